import { ListRefused } from '../list-refused.ts';
import { gatherNames, type NameGatherer } from '../names-of.ts';
import { birthYearsIn, dayNamedIn } from '../reading/dates.ts';
import { FETCH_AGAIN, IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { excelDay, readSheet } from '../reading/read-sheet.ts';
import type { Bytes } from '../reading/read-text.ts';
import type {
  EntityKind,
  LegalEffect,
  ListCounts,
  ListImport,
  ListedEntity,
  NameKind,
  NameStrength,
} from '../register.ts';

/** Below this the list is surely damaged: its editions of 2024 and 2026 hold some 2,300 persons and 900 entities. */
export const AU_SANCTIONS_FLOOR: ListCounts = { organisations: 400, persons: 1000 };

const NEEDED = ['Reference', 'Name of Individual or Entity', 'Type', 'Name Type', 'Committees'];
const KINDS: Readonly<Record<string, EntityKind>> = {
  individual: 'person',
  entity: 'organisation',
};
const CRAFT = /^(?:vessel|ship|aircraft)$/i;
const REFERENCE = /^(\d+)\s*(?:[a-z]\w*)?$/i;
const UN_REFERENCE = /^([A-Z]{2}[ie]\.\d{3})\b/;
const NOTHING = /^(?:na|n\/a|unknown|-)?$/i;
const EFFECTS: readonly (readonly [column: string, effect: LegalEffect])[] = [
  ['Targeted Financial Sanction', 'asset_freeze'],
  ['Travel Ban', 'travel_ban'],
  ['Arms Embargo', 'arms_embargo'],
];

type Cell = (column: string) => string;

interface Draft {
  readonly row: number;
  readonly kind: EntityKind;
  readonly cell: Cell;
  readonly names: NameGatherer;
  hasPrimary: boolean;
}

/**
 * Reads the Consolidated List of the Department of Foreign Affairs and Trade of Australia (Excel,
 * dfat.gov.au, "Australian_Sanctions_Consolidated_List.xlsx", formerly "regulation8_consolidated.xlsx"):
 * persons and entities under the Charter of the United Nations Act 1945 and the Autonomous Sanctions Act
 * 2011. Both the 19 columns of 2026 and the twelve before are read.
 *
 * A row is a name; rows whose references differ in a letter only ("101", "101a") are one entity, wherever
 * they stand. `listType` is the committee or programme. The day of listing is the first that the listing
 * information names after "Listed", else null. The list does not say when it was made. Vessels are
 * passed over.
 *
 * All or nothing: throws `ListRefused` on anything but a whole workbook, with the row.
 */
export async function importAuSanctions(
  chunks: Bytes,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...IMPORT_LIMITS, ...limits };
  const drafts = new Map<string, Draft>();
  let columns: ReadonlyMap<string, number> | null = null;
  const { sha256 } = await readSheet(chunks, bounds, (cells, row) => {
    if (columns === null) {
      columns = columnsOf(cells);
      return;
    }
    const at = columns;
    if (cells.every((value) => value === '')) return;
    take(drafts, (column) => cells[at.get(column) ?? -1] ?? '', row, bounds);
  });
  if (columns === null) throw lacking();
  const entries = [...drafts].map(([reference, draft]) => entityOf(reference, draft));
  const listName = 'Australia: Consolidated List of persons and entities subject to sanctions';
  return { authority: 'AU', listName, generatedAt: null, sha256, entries, past: [] };
}

function columnsOf(cells: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map(cells.map((cell, at) => [cell, at]));
  if (NEEDED.every((column) => columns.has(column))) return columns;
  throw lacking();
}

function lacking(): ListRefused {
  const wrong = `The first row lacks one of the columns ${NEEDED.join(', ')}`;
  return new ListRefused('wrong_columns', wrong, FETCH_AGAIN, { line: 1, column: 1 });
}

function take(drafts: Map<string, Draft>, cell: Cell, row: number, limits: ImportLimits): void {
  const refuse = (code: 'missing_field' | 'too_many', wrong: string): never => {
    throw new ListRefused(code, wrong, FETCH_AGAIN, { line: row, column: 1 });
  };
  const type = cell('Type');
  if (CRAFT.test(type)) return;
  const reference = REFERENCE.exec(cell('Reference'))?.[1];
  if (reference === undefined)
    return refuse('missing_field', `"${cell('Reference')}" is no reference`);
  // The type of a further name is left empty now and then.
  const known = type === '' ? drafts.get(reference)?.kind : KINDS[type.toLowerCase()];
  const kind = known ?? refuse('missing_field', `"${type}" is no type here`);
  const [nameKind, strength] = nameKindOf(cell('Name Type'), cell('Alias Strength'));
  let draft = drafts.get(reference);
  if (draft === undefined) {
    draft = { row, kind, cell, names: gatherNames(kind), hasPrimary: false };
    drafts.set(reference, draft);
    if (drafts.size > limits.entries) refuse('too_many', `More than ${limits.entries} entries`);
  }
  // A reference used again by mistake: both names are kept, the first as the main one.
  const isMain = nameKind === 'primary' && !draft.hasPrimary;
  draft.names.add(
    cell('Name of Individual or Entity'),
    isMain ? 'primary' : nameKind === 'primary' ? 'alias' : nameKind,
    strength,
  );
  if (isMain) draft.hasPrimary = true;
  if (draft.names.names().length > limits.aliasesPerEntry)
    refuse('too_many', `Entry ${reference} has too many names`);
}

function nameKindOf(type: string, strength: string): readonly [NameKind, NameStrength] {
  if (/original/i.test(type)) return ['original_script', 'unstated'];
  if (/primary/i.test(type)) return ['primary', 'strong'];
  const rated = /weak/i.test(strength) ? 'weak' : /strong/i.test(strength) ? 'strong' : 'unstated';
  return [/fka|former/i.test(type) ? 'former' : 'alias', rated];
}

function entityOf(reference: string, { row, kind, cell, names }: Draft): ListedEntity {
  const all = names.names();
  if (all.length === 0)
    throw new ListRefused(
      'missing_field',
      `Entry ${reference} has no name with a letter`,
      FETCH_AGAIN,
      { line: row, column: 1 },
    );
  const said = cell('Listing Information');
  const un = UN_REFERENCE.exec(cell('Additional Information'))?.[1];
  const birthYears = kind === 'person' ? birthYearsIn(cell('Date of Birth')) : [];
  const effects = EFFECTS.flatMap(([column, effect]) => (cell(column) === '1' ? [effect] : []));
  const countries = cell('Citizenship')
    .split(/[,;]|\b[a-h]\)/u)
    .map((country) => country.trim())
    .filter((country) => !NOTHING.test(country));
  return {
    reference,
    kind,
    names: all,
    listedOn: /^\s*listed\b/i.test(said) ? dayNamedIn(said) : null,
    updatedOn: excelDay(cell('Control Date')),
    listType: cell('Committees'),
    ...(effects.length > 0 ? { effects } : {}),
    ...(countries.length > 0 ? { nationalities: countries } : {}),
    ...(birthYears.length > 0 ? { birthYears } : {}),
    ...(un === undefined ? {} : { sameAs: [{ authority: 'UN', reference: un }] }),
  };
}
