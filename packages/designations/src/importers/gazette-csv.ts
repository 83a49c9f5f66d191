import { ListRefused } from '../list-refused.ts';
import { IMPORT_LIMITS, type ImportLimits } from '../reading/limits.ts';
import { readCsv, type CsvRow } from '../reading/read-csv.ts';
import { peek, type Bytes } from '../reading/read-text.ts';
import type { ListCounts, ListImport, ListedEntity } from '../register.ts';
import { gazetteColumn, gazetteEntity } from './gazette-row.ts';
import { GAZETTE_NEEDED, type GazetteColumn } from './gazette-template.ts';

/** A gazette may list one alone, or none that is still in force. */
export const GAZETTE_FLOOR: ListCounts = { organisations: 0, persons: 0 };

/** What the file does not say of itself, and whoever gives it must. */
export interface GazetteSource {
  /** ISO 3166-1 alpha-2 code of the state. */
  readonly authority: string;
  readonly listName: string;
  /** The day up to which the gazette was read. */
  readonly generatedAt?: string;
}

/** A table made by hand is small; a cell of aliases may be long. */
const GAZETTE_LIMITS: ImportLimits = {
  ...IMPORT_LIMITS,
  bytes: 16 * 1024 * 1024,
  fieldLength: 16_000,
};

const USE_TEMPLATE = 'Take the template and fill it in. Nothing was taken in.';
const MEND = 'Mend the row and give the file again. Nothing was taken in.';

/**
 * Reads a table somebody made of a state's gazette by hand (CSV after `GAZETTE_TEMPLATE`; commas,
 * semicolons or tabs between the cells, as spreadsheets save it). For states that publish no list of
 * their own, such as Sri Lanka (United Nations Regulations No. 1 of 2012) and Bangladesh.
 *
 * A row with `ended_on` goes to `past`; the same reference may be there again when listed again. Where
 * the reference is empty it is made of the name (see `referenceOfName`). The instrument stands after the
 * power in `listType`. Names are not rated. Columns in refusals are counted in cells, as spreadsheets do.
 *
 * All or nothing: throws `ListRefused` with line and column. A file cut between two rows cannot be told
 * from a shorter list: the count guard must catch it.
 */
export async function importGazetteCsv(
  chunks: Bytes,
  source: GazetteSource,
  limits: Partial<ImportLimits> = {},
): Promise<ListImport> {
  const bounds = { ...GAZETTE_LIMITS, ...limits };
  const { head, chunks: whole } = await peek(chunks, 16_384);
  const entries: ListedEntity[] = [];
  const past: ListedEntity[] = [];
  const lines = new Map<string, number>();
  let columns: readonly GazetteColumn[] | null = null;
  let width = 0;
  const take = (row: CsvRow): void => {
    const isEmpty = row.cells.every((cell) => cell === '');
    if (isEmpty || row.cells[0]?.startsWith('#')) return;
    if (columns === null) {
      columns = columnsOf(row);
      width = row.cells.length;
      return;
    }
    const entity = gazetteEntity(...cellsOf(row, columns, width), bounds);
    const { reference, listedOn, endedOn } = entity;
    const key = endedOn === undefined ? reference : `${reference} ${listedOn} until ${endedOn}`;
    const first = lines.get(key);
    const place = { line: row.line, column: columns.indexOf('reference') + 1 || 1 };
    if (first !== undefined) {
      const wrong = `${key} is listed twice, first in line ${first}`;
      throw new ListRefused('duplicate_reference', wrong, MEND, place);
    }
    lines.set(key, row.line);
    if (lines.size > bounds.entries)
      throw new ListRefused('too_many', `More than ${bounds.entries} rows`, MEND, place);
    (endedOn === undefined ? entries : past).push(entity);
  };
  const { sha256 } = await readCsv(whole, bounds, take, delimiterIn(head.toString('utf8')));
  if (columns === null || lines.size === 0)
    throw new ListRefused(
      'missing_field',
      columns === null ? 'The file has no row that names the columns' : 'The file has no entries',
      USE_TEMPLATE,
      { line: 1, column: 1 },
    );
  const { authority, listName, generatedAt = null } = source;
  return { authority, listName, generatedAt, sha256, entries, past };
}

/** Whichever stands most in the row that names the columns. */
function delimiterIn(head: string): string {
  const heading = head.split(/\r?\n/).find((line) => /^[^#]*\bkind\b/i.test(line)) ?? '';
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function columnsOf({ cells, line }: CsvRow): GazetteColumn[] {
  // Spreadsheets leave empty cells behind the last heading.
  const headings = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  const columns = headings.map((heading, at) => {
    const column = gazetteColumn(heading);
    const place = { line, column: at + 1 };
    if (column !== undefined) return column;
    const wrong = `There is no column "${heading.slice(0, 40)}"`;
    throw new ListRefused('wrong_columns', wrong, USE_TEMPLATE, place);
  });
  const twice = columns.findIndex((column, at) => columns.indexOf(column) < at);
  if (twice >= 0)
    throw new ListRefused('wrong_columns', `${columns[twice]} is there twice`, USE_TEMPLATE, {
      line,
      column: twice + 1,
    });
  const lacking = GAZETTE_NEEDED.filter((column) => !columns.includes(column));
  if (lacking.length > 0) {
    const wrong = `The file lacks the columns ${lacking.join(', ')}`;
    throw new ListRefused('wrong_columns', wrong, USE_TEMPLATE, { line, column: 1 });
  }
  return columns;
}

/** The cells of a row by column, and where each stands. */
function cellsOf(
  { cells, line }: CsvRow,
  columns: readonly GazetteColumn[],
  width: number,
): [
  ReadonlyMap<GazetteColumn, string>,
  (column: GazetteColumn) => { line: number; column: number },
] {
  const beyond = cells.findIndex(
    (cell, at) => at >= width || (at >= columns.length && cell !== ''),
  );
  if (beyond >= 0) {
    const wrong =
      'The row has more cells than there are columns; quote a cell that has a comma in it';
    throw new ListRefused('wrong_columns', wrong, MEND, { line, column: beyond + 1 });
  }
  return [
    new Map(columns.map((column, at) => [column, cells[at] ?? ''])),
    (column) => ({ line, column: columns.indexOf(column) + 1 || 1 }),
  ];
}
