import { ListRefused, type RefusalCode } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { dayIn } from '../reading/dates.ts';
import type { ImportLimits } from '../reading/limits.ts';
import type { CrossReference, EntityKind, ListedEntity, ListedName } from '../register.ts';
import { GAZETTE_COLUMNS, type GazetteColumn } from './gazette-template.ts';
import { referenceOfName } from './reference-of-name.ts';

const MEND = 'Mend the cell and give the file again. Nothing was taken in.';
const KINDS: Readonly<Record<string, EntityKind>> = {
  organisation: 'organisation',
  organization: 'organisation',
  group: 'organisation',
  entity: 'organisation',
  person: 'person',
  individual: 'person',
};
const CROSS_REFERENCE = /^(UN|EU|[A-Z]{2})\s*:\s*(\S.*)$/;

/** One row of a gazette's table. @throws ListRefused with the line and the number of the column */
export function gazetteEntity(
  cells: ReadonlyMap<GazetteColumn, string>,
  placeOf: (column: GazetteColumn) => { line: number; column: number },
  limits: ImportLimits,
): ListedEntity {
  const cell = (column: GazetteColumn): string => cells.get(column) ?? '';
  const refuse = (code: RefusalCode, column: GazetteColumn, wrong: string, mend = MEND): never => {
    throw new ListRefused(code, `${column}: ${wrong}`, mend, placeOf(column));
  };
  const needed = (column: GazetteColumn): string =>
    cell(column) || refuse('missing_field', column, 'the cell is empty');
  const listOf = (column: GazetteColumn): string[] =>
    cell(column)
      .split('|')
      .map((value) => value.trim())
      .filter((value) => value !== '');
  const day = (column: GazetteColumn): string | undefined => {
    const text = cell(column);
    if (text === '') return undefined;
    const wrong = `"${text.slice(0, 40)}" is no day; write it as 2024-12-31`;
    return dayIn(text) ?? refuse('bad_date', column, wrong);
  };
  const kind =
    KINDS[needed('kind').toLowerCase()] ??
    refuse(
      'missing_field',
      'kind',
      `"${cell('kind').slice(0, 40)}" is neither organisation nor person`,
    );
  const names = namesOf(needed('name'), listOf('aliases'), listOf('original_script'), kind);
  const primary = names[0];
  if (primary?.kind !== 'primary')
    return refuse('missing_field', 'name', `"${cell('name').slice(0, 40)}" has no name in it`);
  if (names.length > limits.aliasesPerEntry) refuse('too_many', 'aliases', 'there are too many');
  const listedOn = day('listed_on') ?? null;
  const [endedOn, expiresOn] = [day('ended_on'), day('expires_on')];
  for (const [column, end] of [
    ['ended_on', endedOn],
    ['expires_on', expiresOn],
  ] as const)
    if (listedOn !== null && end !== undefined && end < listedOn)
      refuse('bad_date', column, `${end} is before listed_on, ${listedOn}`);
  const birthYears = listOf('birth_year').map((text) =>
    /^(?:1[89]|20)\d\d$/.test(text)
      ? Number(text)
      : refuse(
          'bad_date',
          'birth_year',
          'it is not a year of four digits; a whole day is not kept',
        ),
  );
  const sameAs = listOf('same_as').map((text): CrossReference => {
    const [, authority = '', reference = ''] = CROSS_REFERENCE.exec(text) ?? [];
    const wrong = `"${text.slice(0, 40)}" is no reference; write it as UN:QDe.001`;
    return authority === '' ? refuse('missing_field', 'same_as', wrong) : { authority, reference };
  });
  const nationalities = listOf('country');
  const instrument = cell('instrument');
  return {
    reference: cell('reference') || referenceOfName(primary.text, kind),
    kind,
    names,
    listedOn,
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    updatedOn: null,
    listType: instrument === '' ? needed('power') : `${needed('power')} (${instrument})`,
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(birthYears.length > 0 ? { birthYears: birthYears.toSorted((a, b) => a - b) } : {}),
    ...(sameAs.length > 0 ? { sameAs } : {}),
  };
}

/** The column of a heading, however it is spaced or capitalised; undefined when there is none such. */
export function gazetteColumn(heading: string): GazetteColumn | undefined {
  const plain = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_');
  return GAZETTE_COLUMNS.find((column) => column === plain);
}

function namesOf(
  name: string,
  aliases: readonly string[],
  originals: readonly string[],
  kind: EntityKind,
): ListedName[] {
  const gathered = gatherNames(kind);
  gathered.add(name, 'primary', 'unstated');
  for (const original of originals) gathered.add(original, 'original_script', 'unstated');
  for (const alias of aliases) gathered.add(alias, 'alias', 'unstated');
  return gathered.names();
}
