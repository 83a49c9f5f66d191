import { canonicalText } from '@commonweal/fingerprint';
import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { dayIn } from '../reading/dates.ts';
import { textAt, type Element } from '../reading/element.ts';
import { editionFiles, headOf } from '../reading/edition-files.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { EditionFile } from '../reading/pack-edition.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { namesListedIn } from './names-listed-in.ts';

/** Below this the list is surely damaged: it held 89 entities in 2026, and 40 in 2010. */
export const CA_LISTED_FLOOR: ListCounts = { organisations: 60, persons: 0 };

const CA_LIMITS: ImportLimits = { ...IMPORT_LIMITS, bytes: 8 * 1024 * 1024, fieldLength: 16_000 };
const ITEM = 'Regulation/Body/Section/List/Item';

/**
 * Reads the Regulations Establishing a List of Entities of Canada (SOR/2002-284, XML of the Department
 * of Justice, laws-lois.justice.gc.ca), made under section 83.05 of the Criminal Code. With the French
 * text of the same regulations (DORS/2002-284) its names are added to those of the item it shares names
 * with; the texts number their items apart.
 *
 * The reference is the item's permanent number (`lims:fid`). `listedOn` is the day the item came into
 * force where it was never amended, else null: a later text has a day of its own. The regulations do not
 * tell persons from organisations; all are taken for organisations.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but the whole regulations.
 */
export async function importCaListed(
  english: Bytes,
  french: Bytes | null = null,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...CA_LIMITS, ...limits };
  const others = french === null ? null : await readItems(french, 'fr', bounds);
  const { items, sha256, day } = await readItems(english, 'en', bounds);
  const inFrench =
    others === null ? [] : sharingNames([...items.values()], [...others.items.values()]);
  const entries = [...items].map(([fid, item], at) => entityOf(fid, item, inFrench[at], bounds));
  return {
    authority: 'CA',
    listName: 'Canada: listed terrorist entities, SOR/2002-284',
    generatedAt: day,
    sha256,
    entries,
    past: [],
  };
}

/** As `importCaListed`, also from a ZIP archive of both texts, which may have any names. */
export async function importCaListedFiles(chunks: Bytes): Promise<ListImport> {
  const edition = await editionFiles(chunks, CA_LIMITS);
  if ('file' in edition) return importCaListed(edition.file);
  const isFrench = (file: EditionFile) => /<Regulation\s[^>]*xml:lang="fr"/.test(headOf(file));
  const [english, other] = edition.files.toSorted(
    (a, b) => Number(isFrench(a)) - Number(isFrench(b)),
  );
  if (edition.files.length > 2)
    throw new ListRefused(
      'too_many',
      `There are ${edition.files.length} files`,
      'Give the English text and the French one. Nothing was taken in.',
    );
  return importCaListed([english!.bytes], other === undefined ? null : [other.bytes]);
}

/**
 * The French item of each English one: that which shares most of its names, and of equals that which
 * stands in the same place. The two texts have neither numbers nor, everywhere, their order in common.
 */
function sharingNames(
  english: readonly Element[],
  french: readonly Element[],
): (Element | undefined)[] {
  const namesOf = (item: Element) =>
    new Set(namesListedIn(textAt(item, 'Text')).map((name) => canonicalText(name).text));
  const others = french.map((item) => ({ item, names: namesOf(item) }));
  return english.map((item, at) => {
    const own = namesOf(item);
    const shares = others.map(({ names }) => [...names].filter((name) => own.has(name)).length);
    const most = Math.max(0, ...shares);
    const place = shares[at] === most ? at : shares.indexOf(most);
    return most === 0 ? undefined : others[place]?.item;
  });
}

interface Items {
  readonly items: ReadonlyMap<string, Element>;
  readonly sha256: string;
  readonly day: string | null;
}

async function readItems(
  chunks: Bytes,
  language: 'en' | 'fr',
  limits: ImportLimits,
): Promise<Items> {
  const items = new Map<string, Element>();
  const shape = {
    root: 'Regulation',
    hint: 'These are not the Regulations Establishing a List of Entities in XML. Check the address.',
    isRecord: (path: string) => path === ITEM,
  };
  const { attributes, sha256 } = await readXml(chunks, shape, limits, (item) => {
    const fid = item.attributes['fid'] ?? '';
    const refuse = (code: 'missing_field' | 'duplicate_reference', wrong: string): never => {
      throw new ListRefused(code, wrong, FETCH_AGAIN, item.place);
    };
    if (fid === '') refuse('missing_field', 'An item has no lims:fid');
    if (items.has(fid)) refuse('duplicate_reference', `Item ${fid} is there twice`);
    items.set(fid, item);
  });
  const first = { line: 1, column: 1 };
  if (attributes['lang'] !== language)
    throw new ListRefused(
      'wrong_root',
      `The regulations are not in ${language === 'en' ? 'English' : 'French'}`,
      'Give the English text first, then the French one. Nothing was taken in.',
      first,
    );
  if (items.size === 0)
    throw new ListRefused('missing_field', 'The regulations list nobody', FETCH_AGAIN, first);
  return { items, sha256, day: dayIn(attributes['current-date'] ?? '') };
}

function entityOf(
  fid: string,
  item: Element,
  french: Element | undefined,
  limits: ImportLimits,
): ListedEntity {
  const refuse = (code: 'missing_field' | 'too_many', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, item.place);
  };
  const names = gatherNames('organisation');
  const [primary = '', ...aliases] = namesListedIn(textAt(item, 'Text'));
  const inFrench = french === undefined ? [] : namesListedIn(textAt(french, 'Text'));
  if (aliases.length + inFrench.length > limits.aliasesPerEntry)
    refuse('too_many', `Item ${fid} has too many names`);
  names.add(primary, 'primary', 'unstated');
  for (const alias of [...aliases, ...inFrench]) names.add(alias, 'alias', 'unstated');
  // One of the listed is called by three digits, which elsewhere are no name.
  const named = names.names();
  const digits = { text: primary, kind: 'primary', strength: 'unstated', script: 'Zyyy' } as const;
  const all = named.length === 0 && /^\p{N}+$/u.test(primary) ? [digits] : named;
  if (all.length === 0) refuse('missing_field', `Item ${fid} has no name`);
  const { id, 'enacted-date': enacted, 'inforce-start-date': since } = item.attributes;
  const isAsEnacted = id === fid && enacted !== undefined && since !== undefined;
  return {
    reference: fid,
    kind: 'organisation',
    names: all,
    listedOn: isAsEnacted ? dayIn(since) : null,
    updatedOn: since === undefined ? null : dayIn(since),
    listType: 'Criminal Code, section 83.05',
  };
}
