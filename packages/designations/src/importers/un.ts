import { ListRefused } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import { childrenOf, textAt, textIn, type Element } from '../reading/element.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import type { Bytes } from '../reading/read-text.ts';
import { readXml } from '../reading/read-xml.ts';
import type { ListImport, ListedEntity, ListedName, NameKind, NameStrength } from '../register.ts';

/** For scale: the edition of February 2026 has 2.0 MB, depth 5 and 1,003 entries. */
export const UN_LIMITS: ImportLimits = {
  ...IMPORT_LIMITS,
  bytes: 64 * 1024 * 1024,
  depth: 12,
  fieldLength: 4000,
  entries: 100_000,
};

const NAME_FIELDS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const;
const SECTIONS = ['INDIVIDUALS', 'ENTITIES'] as const;
const ENTRY = /^CONSOLIDATED_LIST\/(?:INDIVIDUALS\/INDIVIDUAL|ENTITIES\/ENTITY)$/;
const ALIAS = /^(?:INDIVIDUAL|ENTITY)_ALIAS$/;
/** Elements directly under an entry that are read. All others are passed over. */
const READ = new Set<string>([
  ...NAME_FIELDS,
  'NAME_ORIGINAL_SCRIPT',
  'REFERENCE_NUMBER',
  'LISTED_ON',
  'UN_LIST_TYPE',
  'NATIONALITY',
  'LAST_DAY_UPDATED',
  'INDIVIDUAL_DATE_OF_BIRTH',
]);

/** The UN's words for an alias. "a.k.a." and an empty quality say nothing about its strength. */
const QUALITIES: Readonly<Record<string, { kind: NameKind; strength: NameStrength }>> = {
  good: { kind: 'alias', strength: 'strong' },
  low: { kind: 'alias', strength: 'weak' },
  'f.k.a.': { kind: 'former', strength: 'unstated' },
};
const UNRATED = { kind: 'alias', strength: 'unstated' } as const;

/**
 * Reads the UN Security Council Consolidated List (XML, as published at
 * scsanctions.un.org/resources/xml/en/consolidated.xml) from a stream of bytes.
 *
 * All or nothing: throws `ListRefused` with line and column on anything but a whole, well-formed
 * list. Rejects with the stream's own error when it breaks off.
 */
export async function importUn(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...UN_LIMITS, ...limits };
  const entries: ListedEntity[] = [];
  const references = new Map<string, number | null>();
  const shape = {
    root: 'CONSOLIDATED_LIST',
    hint: 'This is not the UN consolidated list in XML. Check the address.',
    isRecord: (path: string) => ENTRY.test(path),
    isSkipped: isPassedOver,
  };
  const { attributes, sections, sha256 } = await readXml(chunks, shape, bounds, (record) => {
    const entity = entityOf(record, bounds);
    if (references.has(entity.reference)) {
      const wrong = `${entity.reference} is listed twice, first in line ${references.get(entity.reference)}`;
      throw new ListRefused('duplicate_reference', wrong, FETCH_AGAIN, record.place);
    }
    references.set(entity.reference, record.place.line);
    entries.push(entity);
  });
  const generatedAt = attributes['dateGenerated']?.trim() ?? '';
  const end = { line: 1, column: 1 };
  if (Number.isNaN(Date.parse(generatedAt)))
    throw new ListRefused('bad_date', 'dateGenerated is not a date', FETCH_AGAIN, end);
  const missing = SECTIONS.find((section) => !sections.has(`CONSOLIDATED_LIST/${section}`));
  if (missing !== undefined)
    throw new ListRefused('missing_field', `The list has no section ${missing}`, FETCH_AGAIN, end);
  const listName = 'United Nations Security Council Consolidated List';
  return { authority: 'UN', listName, generatedAt, sha256, entries, past: [] };
}

function isPassedOver(path: string): boolean {
  const [, , , field = '', inner] = path.split('/');
  if (ALIAS.test(field))
    return inner !== undefined && inner !== 'QUALITY' && inner !== 'ALIAS_NAME';
  if (field === 'INDIVIDUAL_DATE_OF_BIRTH') return inner === 'NOTE';
  return !READ.has(field);
}

function entityOf(record: Element, limits: ImportLimits): ListedEntity {
  const refuse = (code: 'missing_field' | 'bad_date' | 'too_many', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, record.place);
  };
  const field = (name: string): string => {
    const found = childrenOf(record, name);
    if (found.length > 1) refuse('missing_field', `An entry has ${name} twice`);
    return textIn(found[0]).replaceAll('\n', ' ');
  };
  const reference =
    field('REFERENCE_NUMBER') || refuse('missing_field', 'An entry has no REFERENCE_NUMBER');
  const required = (name: string): string =>
    field(name) || refuse('missing_field', `Entry ${reference} has no ${name}`);
  const dateOf = (value: string): string =>
    dayIn(value) ??
    refuse('bad_date', `Entry ${reference} has "${value.slice(0, 40)}" where a date belongs`);
  required('FIRST_NAME');
  const kind = record.name === 'ENTITY' ? 'organisation' : 'person';
  const names = namesOf(record, NAME_FIELDS.map(field).join(' '), kind, limits, refuse);
  if (names.length === 0)
    refuse('missing_field', `Entry ${reference} has no name with a letter in it`);
  const nationalities = valuesOf(record, 'NATIONALITY');
  const updates = valuesOf(record, 'LAST_DAY_UPDATED').map(dateOf).sort();
  const born = childrenOf(record, 'INDIVIDUAL_DATE_OF_BIRTH').map(textIn).join(' ');
  const birthYears = birthYearsIn(born);
  return {
    reference,
    kind,
    names,
    listedOn: dateOf(required('LISTED_ON')),
    updatedOn: updates.at(-1) ?? null,
    listType: required('UN_LIST_TYPE'),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(birthYears.length > 0 ? { birthYears } : {}),
  };
}

function valuesOf(record: Element, name: string): string[] {
  return childrenOf(record, name)
    .flatMap((each) => childrenOf(each, 'VALUE'))
    .map(textIn)
    .filter((value) => value !== '');
}

function namesOf(
  record: Element,
  primary: string,
  kind: ListedEntity['kind'],
  limits: ImportLimits,
  refuse: (code: 'too_many', wrong: string) => never,
): ListedName[] {
  const gathered = gatherNames(kind);
  gathered.add(primary, 'primary', 'strong');
  gathered.add(
    textAt(record, 'NAME_ORIGINAL_SCRIPT').replaceAll('\n', ' '),
    'original_script',
    'unstated',
  );
  const aliases = childrenOf(record).filter(({ name }) => ALIAS.test(name));
  if (aliases.length > limits.aliasesPerEntry) refuse('too_many', 'An entry has too many aliases');
  for (const alias of aliases) {
    const quality = textAt(alias, 'QUALITY').toLowerCase();
    const { kind: rated, strength } = QUALITIES[quality] ?? UNRATED;
    gathered.add(textAt(alias, 'ALIAS_NAME').replaceAll('\n', ' '), rated, strength);
  }
  return gathered.names();
}
