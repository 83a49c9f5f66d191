import { ListRefused, type RefusalCode } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { birthYearsIn, dayIn, dayNamedIn } from '../reading/dates.ts';
import { childrenOf, textIn, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { EntityKind, ListCounts, ListImport, ListedEntity, ListedName } from '../register.ts';

/** Below this the list is surely damaged: its editions since 2023 hold 55 to 100 entries in all. */
export const MY_KDN_FLOOR: ListCounts = { organisations: 8, persons: 25 };

/** The whole list is some hundred kilobytes. */
const MY_LIMITS: ImportLimits = { ...IMPORT_LIMITS, bytes: 16 * 1024 * 1024, fieldLength: 8000 };

const ENTRY = 'xmlResponse/section/entry';
const POWER = 'Act 613, section 66B(1)';
const ALIAS_COLUMNS = ['alias', 'aliases', 'other name', 'other names'];
const DATE_COLUMNS = ['date of listed', 'date of listing', 'date listed'];
/** Of a name cell: "A @ B" and "A | B" are two names; "(a) A (b) B" too. */
const BETWEEN_NAMES = /[@|]|(?:^|\s)\(?[a-q]\)\s/gu;

type Refuse = (code: RefusalCode, wrong: string) => never;

/**
 * Reads the list of specified entities the Minister of Home Affairs of Malaysia determines (XML,
 * "SENARAI_KDN_…_BI", moha.gov.my) under section 66B(1) of the Anti-Money Laundering, Anti-Terrorism
 * Financing and Proceeds of Unlawful Activities Act 2001 (Act 613).
 *
 * The file puts groups into the section of individuals, so a reference with "I" is a person and one
 * with "K" (kumpulan) a group; where it has neither, an entry that has a column for births is a person.
 * A column's name may have a zero for the letter o. Some alias cells run several names together with
 * nothing but spaces between them; there is no telling where one ends, and they are kept as one name.
 * The file says neither when it was made nor, for an entry, when it was amended.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole list.
 */
export async function importMyKdn(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...MY_LIMITS, ...limits };
  const entries: ListedEntity[] = [];
  const references = new Map<string, number | null>();
  const shape = {
    root: 'xmlResponse',
    hint: 'This is not the list of the Ministry of Home Affairs of Malaysia in XML. Check the address.',
    isRecord: (path: string) => path === ENTRY,
  };
  const { sha256 } = await readXml(chunks, shape, bounds, (record) => {
    const refuse: Refuse = (code, wrong) => {
      throw new ListRefused(code, wrong, FETCH_AGAIN, record.place);
    };
    const entity = entityOf(record, bounds, refuse);
    const first = references.get(entity.reference);
    if (first !== undefined)
      refuse('duplicate_reference', `${entity.reference} is listed twice, first in line ${first}`);
    references.set(entity.reference, record.place.line);
    entries.push(entity);
  });
  if (entries.length === 0)
    throw new ListRefused('missing_field', 'The list has no entries', FETCH_AGAIN, {
      line: 1,
      column: 1,
    });
  const listName = 'Malaysia: list of specified entities under Act 613';
  return { authority: 'MY', listName, generatedAt: null, sha256, entries, past: [] };
}

function entityOf(record: Element, limits: ImportLimits, refuse: Refuse): ListedEntity {
  const cells = cellsOf(record, refuse);
  const cell = (...columns: readonly string[]): string | undefined =>
    columns.map((column) => cells.get(column)).find((value) => value !== undefined);
  const reference = cell('reference') || refuse('missing_field', 'An entry has no Reference');
  const name = cell('name') || refuse('missing_field', `Entry ${reference} has no Name`);
  const kind = kindOf(reference, cells.has('date of birth'));
  const aliases = ALIAS_COLUMNS.map((column) => cells.get(column) ?? '');
  const names = namesOf(name, aliases, kind, limits, refuse);
  if (names.length === 0) refuse('missing_field', `Entry ${reference} has no name with a letter`);
  const listed =
    cell(...DATE_COLUMNS) ?? refuse('missing_field', `Entry ${reference} has no Date of Listed`);
  const birthYears = birthYearsIn(cell('date of birth') ?? '');
  const nationality = cell('nationality', 'citizenship') ?? '';
  return {
    reference,
    kind,
    names,
    listedOn:
      listed === ''
        ? null
        : (dayIn(listed) ??
          dayNamedIn(listed) ??
          refuse(
            'bad_date',
            `Entry ${reference} has "${listed.slice(0, 40)}" where a date belongs`,
          )),
    updatedOn: null,
    listType: POWER,
    ...(nationality === '' ? {} : { nationalities: [nationality] }),
    ...(birthYears.length > 0 ? { birthYears } : {}),
  };
}

/** The cells of an entry by column: "(13)⏎Date 0f Listed" is "date of listed"; "-" is an empty cell. */
function cellsOf(record: Element, refuse: Refuse): Map<string, string> {
  const cells = new Map<string, string>();
  for (const field of childrenOf(record, 'field')) {
    const label = (field.attributes['name'] ?? '')
      .replace(/^\s*\(\d+\)\s*/u, '')
      .replaceAll(/\s+/gu, ' ')
      .replaceAll('0', 'o')
      .trim()
      .toLowerCase();
    if (cells.has(label)) refuse('missing_field', `An entry has the column "${label}" twice`);
    const value = textIn(field);
    cells.set(label, /^[-–—]?$/u.test(value) ? '' : value);
  }
  return cells;
}

function kindOf(reference: string, hasBirths: boolean): EntityKind {
  const letter = /\bKDN[. ]*([IK])\b/iu.exec(reference)?.[1]?.toUpperCase();
  if (letter === undefined) return hasBirths ? 'person' : 'organisation';
  return letter === 'I' ? 'person' : 'organisation';
}

function namesOf(
  name: string,
  aliases: readonly string[],
  kind: EntityKind,
  limits: ImportLimits,
  refuse: Refuse,
): ListedName[] {
  const split = (text: string): string[] =>
    text.split(BETWEEN_NAMES).filter((part) => part.trim() !== '');
  const [primary = '', ...others] = split(name);
  const all = [...others, ...aliases.flatMap(split)];
  if (all.length > limits.aliasesPerEntry) refuse('too_many', 'An entry has too many aliases');
  const gathered = gatherNames(kind);
  gathered.add(primary, 'primary', 'unstated');
  for (const alias of all) gathered.add(alias, 'alias', 'unstated');
  return gathered.names();
}
