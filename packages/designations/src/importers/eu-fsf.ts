import { ListRefused } from '../list-refused.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import { childrenOf, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { EntityKind, ListCounts, ListImport, ListedEntity } from '../register.ts';
import { euNames, type Refuse } from './eu-fsf-names.ts';

/** Below this the list is surely damaged: its terrorism programmes alone hold some 580 entries. */
export const EU_FSF_FLOOR: ListCounts = { organisations: 200, persons: 300 };

/** Names are far shorter; a long one costs much to take apart. */
const EU_LIMITS: ImportLimits = { ...IMPORT_LIMITS, fieldLength: 4000 };

const ENTRY = 'export/sanctionEntity';
/** Elements directly under an entry that are read. Addresses, papers and remarks are passed over. */
const READ = new Set(['regulation', 'subjectType', 'nameAlias', 'citizenship', 'birthdate']);
const KINDS: Readonly<Record<string, EntityKind>> = {
  person: 'person',
  enterprise: 'organisation',
};
const CRAFT = /^(?:vessel|ship|aircraft)$/;
/** "00" is the publisher's code for an unknown country. */
const UNKNOWN_COUNTRY = '00';

/**
 * Reads the European Union's consolidated list of persons, groups and entities subject to financial
 * sanctions (XML version 1.1, webgate.ec.europa.eu/fsd/fsf, "xmlFullSanctionsList_1_1").
 *
 * The reference is the EU reference number; the few entries without one go by "logical-" and their
 * logical id. `listType` is the programme (TERR, TAQA, …). Many entries say nothing of since when, and
 * their `listedOn` is null. Years of other calendars are left out, and so are vessels and aircraft.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole list.
 */
export async function importEuFsf(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...EU_LIMITS, ...limits };
  const entries: ListedEntity[] = [];
  const references = new Map<string, number | null>();
  const shape = {
    root: 'export',
    hint: 'This is not the EU consolidated list in XML 1.1. Check the address.',
    isRecord: (path: string) => path === ENTRY,
    isSkipped: isPassedOver,
  };
  const { attributes, sha256 } = await readXml(chunks, shape, bounds, (record) => {
    const refuse: Refuse = (code, wrong) => {
      throw new ListRefused(code, wrong, FETCH_AGAIN, record.place);
    };
    const entity = entityOf(record, bounds, refuse);
    if (entity === null) return;
    const first = references.get(entity.reference);
    if (first !== undefined)
      refuse('duplicate_reference', `${entity.reference} is listed twice, first in line ${first}`);
    references.set(entity.reference, record.place.line);
    entries.push(entity);
  });
  const generatedAt = attributes['generationDate']?.trim() ?? '';
  const begin = { line: 1, column: 1 };
  if (Number.isNaN(Date.parse(generatedAt)))
    throw new ListRefused('bad_date', 'generationDate is not a date', FETCH_AGAIN, begin);
  if (entries.length === 0)
    throw new ListRefused('missing_field', 'The list has no entries', FETCH_AGAIN, begin);
  const listName = 'European Union consolidated list of financial sanctions';
  return { authority: 'EU', listName, generatedAt, sha256, entries, past: [] };
}

function isPassedOver(path: string): boolean {
  const [, , field = '', inner] = path.split('/');
  return !READ.has(field) || inner !== undefined;
}

function entityOf(record: Element, limits: ImportLimits, refuse: Refuse): ListedEntity | null {
  const own = record.attributes;
  const logicalId = own['logicalId']?.trim() ?? '';
  const reference =
    own['euReferenceNumber']?.trim() ||
    (logicalId === ''
      ? refuse('missing_field', 'An entry has neither euReferenceNumber nor logicalId')
      : `logical-${logicalId}`);
  const code = valuesOf(record, 'subjectType', 'code')[0] ?? '';
  if (CRAFT.test(code)) return null;
  const kind =
    KINDS[code] ?? refuse('missing_field', `Entry ${reference} is neither person nor enterprise`);
  const programmes = valuesOf(record, 'regulation', 'programme');
  if (programmes.length === 0)
    refuse('missing_field', `Entry ${reference} has no regulation with a programme`);
  const dateOf = (value: string): string =>
    dayIn(value) ??
    refuse('bad_date', `Entry ${reference} has "${value.slice(0, 40)}" where a date belongs`);
  const listed = own['designationDate']?.trim() ?? '';
  const names = euNames(record, kind, limits, refuse);
  if (names.length === 0) refuse('missing_field', `Entry ${reference} has no name with a letter`);
  const nationalities = childrenOf(record, 'citizenship')
    .filter(({ attributes }) => attributes['countryIso2Code'] !== UNKNOWN_COUNTRY)
    .map(({ attributes }) => attributes['countryDescription'] || attributes['countryIso2Code'])
    .filter((country) => country !== undefined && country !== '') as string[];
  const birthYears = birthYearsIn(
    childrenOf(record, 'birthdate')
      .filter(({ attributes }) => (attributes['calendarType'] || 'GREGORIAN') === 'GREGORIAN')
      .flatMap(({ attributes }) => [
        attributes['year'] || attributes['birthdate'],
        attributes['yearRangeFrom'],
        attributes['yearRangeTo'],
      ])
      .join(' '),
  );
  const unitedNations = (own['unitedNationId'] ?? '').split(/[;,\s]+/u).filter(Boolean);
  return {
    reference,
    kind,
    names,
    listedOn: listed === '' ? null : dateOf(listed),
    updatedOn: valuesOf(record, 'regulation', 'publicationDate').map(dateOf).sort().at(-1) ?? null,
    listType: programmes.join(', '),
    ...(nationalities.length > 0 ? { nationalities: [...new Set(nationalities)] } : {}),
    ...(birthYears.length > 0 ? { birthYears } : {}),
    ...(unitedNations.length > 0
      ? { sameAs: unitedNations.map((id) => ({ authority: 'UN', reference: id })) }
      : {}),
  };
}

/** What an attribute says in the elements of one name, without repetition. */
function valuesOf(record: Element, name: string, attribute: string): string[] {
  const values = childrenOf(record, name).map((each) => each.attributes[attribute]?.trim() ?? '');
  return [...new Set(values.filter((value) => value !== ''))];
}
