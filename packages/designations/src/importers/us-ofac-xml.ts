import { ListRefused } from '../list-refused.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import { childAt, childrenOf, textAt, textIn, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { isAskedFor, ofacEntity, type OfacName, type OfacOptions } from './us-ofac-entity.ts';

/** Below this its terrorism programmes are surely damaged: they held 1,700 entries in 2021. */
export const US_SDN_FLOOR: ListCounts = { organisations: 200, persons: 300 };

/** The whole list has some 30 MB. */
const SDN_LIMITS: ImportLimits = { ...IMPORT_LIMITS, fieldLength: 8000 };

/**
 * Reads the list of Specially Designated Nationals of the Office of Foreign Assets Control of the United
 * States (SDN.XML, treasury.gov/ofac). Of its entries those are kept that stand under a programme about
 * terrorism, unless others are asked for.
 *
 * The reference is OFAC's `uid`; `listType` the programmes. The list does not say since when. "LAST,
 * First" of persons is turned round; aliases keep their rating. Vessels and aircraft are passed over.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole list, also when it
 * holds another number of entries than it says of itself.
 */
export async function importUsSdnXml(
  chunks: Bytes,
  options: OfacOptions = {},
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...SDN_LIMITS, ...limits };
  const entries = new Map<string, ListedEntity>();
  let published: { day: string | null; count: number } | null = null;
  let read = 0;
  const shape = {
    root: 'sdnList',
    hint: 'This is not OFAC’s SDN.XML. Check the address.',
    isRecord: (path: string) => /^sdnList\/(?:sdnEntry|publshInformation)$/.test(path),
    isSkipped: (path: string) => /\/(?:addressList|idList|placeOfBirthList|vesselInfo)$/.test(path),
  };
  const { sha256 } = await readXml(chunks, shape, bounds, (record) => {
    if (record.name === 'publshInformation') {
      const day = dayIn(textAt(record, 'Publish_Date'), 'month first');
      published = { day, count: Number(textAt(record, 'Record_Count')) };
      return;
    }
    read++;
    take(entries, record, options, bounds);
  });
  const said = published as { day: string | null; count: number } | null;
  if (said === null || read === 0)
    throw new ListRefused(
      'missing_field',
      'The list does not say when it was published',
      FETCH_AGAIN,
    );
  if (said.count !== read)
    throw new ListRefused(
      'truncated',
      `The list says that it has ${said.count} entries, and has ${read}`,
      FETCH_AGAIN,
    );
  return {
    authority: 'US',
    listName: 'United States: Specially Designated Nationals, terrorism programmes',
    generatedAt: said.day,
    sha256,
    entries: [...entries.values()],
    past: [],
  };
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
  const uid = textAt(record, 'uid') || refuse('missing_field', 'An entry has no uid');
  const type = textAt(record, 'sdnType') || refuse('missing_field', `Entry ${uid} has no sdnType`);
  const programmes = listOf(record, 'programList', 'program');
  if (!isAskedFor({ type, programmes }, options)) return;
  if (entries.has(uid)) refuse('duplicate_reference', `${uid} is listed twice`);
  const akas = childrenOf(childAt(record, 'akaList') ?? record, 'aka');
  if (akas.length > limits.aliasesPerEntry) refuse('too_many', `Entry ${uid} has too many aliases`);
  const entity = ofacEntity({
    uid,
    type,
    programmes,
    names: [{ text: nameIn(record), kind: 'primary', strength: 'strong' }, ...akas.map(aliasOf)],
    nationalities: [
      ...itemsOf(record, 'nationalityList', 'nationality', 'country'),
      ...itemsOf(record, 'citizenshipList', 'citizenship', 'country'),
    ],
    birthYears: itemsOf(record, 'dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth').flatMap(
      birthYearsIn,
    ),
  });
  entries.set(uid, entity ?? refuse('missing_field', `Entry ${uid} has no name with a letter`));
  if (entries.size > limits.entries) refuse('too_many', `More than ${limits.entries} entries`);
}

function nameIn(element: Element): string {
  const [last, first] = [textAt(element, 'lastName'), textAt(element, 'firstName')];
  return first === '' ? last : `${last}, ${first}`;
}

function aliasOf(aka: Element): OfacName {
  return {
    text: nameIn(aka),
    kind: /^f\.?k\.?a/i.test(textAt(aka, 'type')) ? 'former' : 'alias',
    strength: textAt(aka, 'category') === 'weak' ? 'weak' : 'strong',
  };
}

function listOf(record: Element, list: string, item: string): string[] {
  return childrenOf(childAt(record, list) ?? record, item)
    .map(textIn)
    .filter((text) => text !== '');
}

function itemsOf(record: Element, list: string, item: string, field: string): string[] {
  const within = childAt(record, list);
  if (within === undefined) return [];
  return childrenOf(within, item)
    .map((each) => textAt(each, field))
    .filter((text) => text !== '');
}
