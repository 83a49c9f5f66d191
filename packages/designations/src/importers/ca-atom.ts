import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { dayIn } from '../reading/dates.ts';
import { textAt, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { ListImport, ListedEntity } from '../register.ts';
import { namesListedIn, splitList } from './names-listed-in.ts';

/**
 * Reads the feed of entities listed under section 83.05 of the Criminal Code that Public Safety Canada
 * publishes (Atom, RFC 4287, publicsafety.gc.ca, "lstd-ntts-eng.xml"): the title is "Name (ACR)", the
 * summary other names with commas or semicolons between them.
 *
 * The reference is the entry's `id`. `listedOn` is null: a feed's days are of its pages. The feed takes
 * nobody out by saying so; who is gone from it is delisted.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole feed.
 */
export async function importCaAtom(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...IMPORT_LIMITS, bytes: 8 * 1024 * 1024, ...limits };
  const entries = new Map<string, ListedEntity>();
  let updated: string | null = null;
  const shape = {
    root: 'feed',
    hint: 'This is not the feed of listed entities of Public Safety Canada. Check the address.',
    isRecord: (path: string) => /^feed\/(?:entry|updated)$/.test(path),
    isSkipped: (path: string) => path === 'feed/entry/content',
  };
  const { sha256 } = await readXml(chunks, shape, bounds, (record) => {
    if (record.name === 'updated') {
      updated = dayIn(record.content.filter((part) => typeof part === 'string').join(''));
      return;
    }
    const entity = entityOf(record, bounds);
    if (entries.has(entity.reference))
      throw new ListRefused(
        'duplicate_reference',
        `${entity.reference} is there twice`,
        FETCH_AGAIN,
        record.place,
      );
    entries.set(entity.reference, entity);
  });
  if (entries.size === 0)
    throw new ListRefused('missing_field', 'The feed has no entries', FETCH_AGAIN, {
      line: 1,
      column: 1,
    });
  return {
    authority: 'CA',
    listName: 'Canada: listed terrorist entities, Public Safety Canada',
    generatedAt: updated,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

function entityOf(entry: Element, limits: ImportLimits): ListedEntity {
  const refuse = (code: 'missing_field' | 'too_many', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, entry.place);
  };
  const reference = textAt(entry, 'id') || refuse('missing_field', 'An entry has no id');
  const [primary = '', ...others] = namesListedIn(textAt(entry, 'title'));
  const summary = textAt(entry, 'summary').replaceAll(';', ',');
  const aliases = [...others, ...(summary === '' ? [] : splitList(summary))];
  if (aliases.length > limits.aliasesPerEntry) refuse('too_many', 'An entry has too many names');
  const gathered = gatherNames('organisation');
  gathered.add(primary, 'primary', 'unstated');
  for (const alias of aliases) gathered.add(alias, 'alias', 'unstated');
  const names = gathered.names();
  if (names.length === 0) refuse('missing_field', `${reference} has no name with a letter`);
  const updatedOn = dayIn(textAt(entry, 'updated'));
  return {
    reference,
    kind: 'organisation',
    names,
    listedOn: null,
    updatedOn,
    listType: 'Criminal Code, section 83.05',
  };
}
