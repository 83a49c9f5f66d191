import { ListRefused } from '../list-refused.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import { childAt, childrenOf, textAt, textIn, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { ListImport, ListedEntity } from '../register.ts';
import {
  isAskedFor,
  OFAC_TERRORISM,
  ofacEntity,
  type OfacName,
  type OfacOptions,
} from './us-ofac-entity.ts';

/** The whole list has some 100 MB. */
const ENHANCED_LIMITS: ImportLimits = {
  ...IMPORT_LIMITS,
  bytes: 256 * 1024 * 1024,
  fieldLength: 8000,
};
const ENTITY = 'sanctionsData/entities/entity';
const PASSED_OVER =
  /\/(?:addresses|identityDocuments|relationships|legalAuthorities|sanctionsTypes|nameParts)$/;
const NATIONS = ['Nationality Country', 'Citizenship Country'];

/**
 * Reads the ENHANCED_XML of OFAC's Sanctions List Service (sanctionslistservice.ofac.treas.gov), as
 * `importUsSdnXml` reads SDN.XML. It is the only form that says since when (`datePublished`, on the list
 * of Specially Designated Nationals) and gives names in their own scripts.
 *
 * The reference is the entity's `id`, which is the `uid` of the other forms. What is on other lists of
 * the service only is passed over. An extract that its publisher filtered by programmes is refused unless
 * it has all that are asked for.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole list.
 */
export async function importUsSdnEnhanced(
  chunks: Bytes,
  options: OfacOptions = {},
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...ENHANCED_LIMITS, ...limits };
  const entries = new Map<string, ListedEntity>();
  let generatedAt: string | null = null;
  const shape = {
    root: 'sanctionsData',
    hint: 'This is not OFAC’s ENHANCED_XML. Check the address.',
    isRecord: (path: string) => path === ENTITY || path === 'sanctionsData/publicationInfo',
    isSkipped: (path: string) => PASSED_OVER.test(path),
  };
  const { sha256, sections } = await readXml(chunks, shape, bounds, (record, path) => {
    if (path === ENTITY) take(entries, record, options, bounds);
    else {
      generatedAt = dayIn(textAt(record, 'dataAsOf'));
      refuseExtract(record, options);
    }
  });
  if (generatedAt === null || !sections.has('sanctionsData/entities') || entries.size === 0)
    throw new ListRefused(
      'missing_field',
      'The list does not say of what day it is, or has no entries',
      FETCH_AGAIN,
    );
  return {
    authority: 'US',
    listName: 'United States: Specially Designated Nationals, terrorism programmes',
    generatedAt,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
}

function refuseExtract(
  publication: Element,
  { programmes: asked = OFAC_TERRORISM }: OfacOptions,
): void {
  const filter = childAt(publication, 'filters', 'sanctionsPrograms');
  if (filter === undefined) return;
  const has = childrenOf(filter, 'sanctionsProgram').map(textIn);
  const lacks = asked?.find((each) => !has.includes(each)) ?? 'those of other programmes';
  if (asked?.every((each) => has.includes(each)) === true) return;
  throw new ListRefused(
    'truncated',
    `The file is an extract, of ${has.slice(0, 5).join(', ')} only: it lacks ${lacks}`,
    'Ask the publisher for the whole list, without a filter. Nothing was taken in.',
    publication.place,
  );
}

function take(
  entries: Map<string, ListedEntity>,
  record: Element,
  options: OfacOptions,
  limits: ImportLimits,
): void {
  const refuse = (
    code: 'missing_field' | 'too_many' | 'duplicate_reference',
    wrong: string,
  ): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, record.place);
  };
  const uid = record.attributes['id'] || refuse('missing_field', 'An entity has no id');
  const type =
    textAt(record, 'generalInfo', 'entityType') ||
    refuse('missing_field', `Entity ${uid} has no entityType`);
  const programmes = itemsOf(record, 'sanctionsPrograms', 'sanctionsProgram').map(textIn);
  const listed = itemsOf(record, 'sanctionsLists', 'sanctionsList').find(
    (list) => textIn(list) === 'SDN List',
  );
  if (listed === undefined || !isAskedFor({ type, programmes }, options)) return;
  if (entries.has(uid)) refuse('duplicate_reference', `${uid} is listed twice`);
  const names = itemsOf(record, 'names', 'name').flatMap(namesOf);
  if (names.length > limits.aliasesPerEntry) refuse('too_many', `Entity ${uid} has too many names`);
  const features = itemsOf(record, 'features', 'feature');
  const valuesOf = (...types: readonly string[]) =>
    features
      .filter((feature) => types.includes(textAt(feature, 'type')))
      .map((feature) => textAt(feature, 'value'));
  const entity =
    ofacEntity({
      uid,
      type,
      programmes,
      names: names.toSorted((a, b) => rankOf(a) - rankOf(b)),
      nationalities: [...new Set(valuesOf(...NATIONS))],
      birthYears: valuesOf('Birthdate').flatMap(birthYearsIn),
    }) ?? refuse('missing_field', `Entity ${uid} has no name with a letter`);
  entries.set(uid, { ...entity, listedOn: dayIn(listed.attributes['datePublished'] ?? '') });
  if (entries.size > limits.entries) refuse('too_many', `More than ${limits.entries} entries`);
}

function rankOf({ kind }: OfacName): number {
  return kind === 'primary' ? 0 : 1;
}

/** A name, and the same in other scripts. Marks of direction around it are none of it. */
function namesOf(name: Element): OfacName[] {
  const strength = textAt(name, 'isLowQuality') === 'true' ? 'weak' : 'strong';
  const isFormer = /^f\.?k\.?a/i.test(textAt(name, 'aliasType'));
  const isPrimary = textAt(name, 'isPrimary') === 'true';
  return itemsOf(name, 'translations', 'translation').map((translation) => {
    const inLatin = textAt(translation, 'script') === 'Latin';
    const kind = isFormer ? 'former' : isPrimary ? 'primary' : 'alias';
    return {
      text: textAt(translation, 'formattedFullName').replaceAll(
        /[\u200E\u200F\u202A-\u202E]/gu,
        '',
      ),
      kind: inLatin ? kind : 'original_script',
      strength,
    };
  });
}

function itemsOf(element: Element, list: string, item: string): Element[] {
  const within = childAt(element, list);
  return within === undefined ? [] : childrenOf(within, item);
}
