import { ListRefused } from '../list-refused.ts';
import { gatherNames, type NameGatherer } from '../names-of.ts';
import { birthYearsIn, dayIn } from '../reading/dates.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readCsvTable } from '../reading/read-csv.ts';
import type { Bytes } from '../reading/read-text.ts';
import type { EntityKind, ListCounts, ListImport, ListedEntity } from '../register.ts';
import { ukEffects, ukNameKind, ukNationalities, ukStrength } from './uk-sanctions-entity.ts';

/** Below this the list is surely damaged: its terrorism regimes alone hold some 580 entries. */
export const UK_SANCTIONS_FLOOR: ListCounts = { organisations: 300, persons: 1000 };

const NEEDED = ['Unique ID', 'Name 6', 'Name type', 'Regime Name', 'Designation Type'];
const KINDS: Readonly<Record<string, EntityKind>> = {
  individual: 'person',
  entity: 'organisation',
};
/** Read in this order: given names, then the family's or the organisation's. */
const NAME_PARTS = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'];
type Cell = (column: string) => string;

interface Draft {
  readonly line: number;
  readonly kind: EntityKind;
  readonly cell: Cell;
  readonly names: NameGatherer;
  readonly years: Set<number>;
}

/**
 * Reads the UK Sanctions List (CSV, "UK-Sanctions-List.csv", gov.uk), made under the Sanctions and
 * Anti-Money Laundering Act 2018. Its first line says the day of the report; a row is a name with an
 * address, so rows of one Unique ID are one entity.
 *
 * The reference is the Unique ID, `listType` the regime, and the UN's reference is a cross-reference.
 * Addresses, papers and statements of reasons are passed over, and so are ships.
 *
 * All or nothing: throws `ListRefused` with the line. A file cut between two rows cannot be told from a
 * shorter list: the count guard must catch it.
 */
export async function importUkSanctionsCsv(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...IMPORT_LIMITS, ...limits };
  const drafts = new Map<string, Draft>();
  let reported: string | null = null;
  const { sha256 } = await readCsvTable(
    chunks,
    bounds,
    NEEDED,
    (cell, line) => take(drafts, cell, line, bounds),
    ({ cells }) => {
      reported ??= dayIn((cells[0] ?? '').replace(/^Report Date:\s*/i, ''));
    },
  );
  if (drafts.size === 0)
    throw new ListRefused('missing_field', 'The list has no entries', FETCH_AGAIN, {
      line: 1,
      column: 1,
    });
  return {
    authority: 'GB',
    listName: 'United Kingdom: UK Sanctions List',
    generatedAt: reported,
    sha256,
    entries: [...drafts].map(([reference, draft]) => entityOf(reference, draft)),
    past: [],
  };
}

function take(drafts: Map<string, Draft>, cell: Cell, line: number, limits: ImportLimits): void {
  const refuse = (code: 'missing_field' | 'too_many', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, { line, column: 1 });
  };
  const type = cell('Designation Type');
  if (/^ship$/i.test(type)) return;
  const kind = KINDS[type.toLowerCase()] ?? refuse('missing_field', `"${type}" is no type here`);
  const reference = cell('Unique ID') || refuse('missing_field', 'A row has no Unique ID');
  let draft = drafts.get(reference);
  if (draft === undefined) {
    draft = { line, kind, cell, names: gatherNames(kind), years: new Set() };
    drafts.set(reference, draft);
    if (drafts.size > limits.entries) refuse('too_many', `More than ${limits.entries} entries`);
  }
  const name = NAME_PARTS.map(cell)
    .filter((part) => part !== '')
    .join(' ');
  draft.names.add(name, ukNameKind(cell('Name type')), ukStrength(cell('Alias strength')));
  const original = cell('Name non-latin script');
  if (original !== '') draft.names.add(original, 'original_script', 'unstated');
  if (draft.names.names().length > limits.aliasesPerEntry)
    refuse('too_many', `Entry ${reference} has too many names`);
  for (const year of birthYearsIn(cell('D.O.B'))) draft.years.add(year);
}

function entityOf(reference: string, { line, kind, cell, names, years }: Draft): ListedEntity {
  const refuse = (code: 'missing_field' | 'bad_date', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, { line, column: 1 });
  };
  const all = names.names();
  if (all.length === 0) refuse('missing_field', `Entry ${reference} has no name with a letter`);
  const day = (column: string): string | null => {
    const said = cell(column);
    if (said === '') return null;
    return (
      dayIn(said) ?? refuse('bad_date', `Entry ${reference} has "${said.slice(0, 30)}" for a date`)
    );
  };
  const un = cell('UN Reference Number');
  const effects = ukEffects(cell('Sanctions Imposed'));
  const nationalities = ukNationalities(cell('Nationality(/ies)'));
  return {
    reference,
    kind,
    names: all,
    listedOn: day('Date Designated'),
    updatedOn: day('Last Updated'),
    listType: cell('Regime Name'),
    ...(effects.length > 0 ? { effects } : {}),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(kind === 'person' && years.size > 0
      ? { birthYears: [...years].toSorted((a, b) => a - b) }
      : {}),
    ...(un === '' ? {} : { sameAs: [{ authority: 'UN', reference: un }] }),
  };
}
