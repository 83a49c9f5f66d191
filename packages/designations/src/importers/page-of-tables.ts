import { ListRefused, type RefusalCode } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { dayIn, dayNamedIn } from '../reading/dates.ts';
import { FETCH_AGAIN, type ImportLimits } from '../reading/limits.ts';
import type { PageTable, TableRow } from '../reading/tables.ts';
import type { ListedName } from '../register.ts';
import { namesListedIn } from './names-listed-in.ts';

/** The columns of a table by what their heads say. */
export function columnsOf<Name extends string>(
  { head }: PageTable,
  patterns: Readonly<Record<Name, RegExp>>,
): Readonly<Record<Name, number>> {
  const entries = Object.entries<RegExp>(patterns).map(([name, pattern]) => [
    name,
    head.findIndex((cell) => pattern.test(cell)),
  ]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/** Refuses a page for what is wrong in a row of it. */
export function refuseRow(row: TableRow, code: RefusalCode, wrong: string): never {
  throw new ListRefused(code, wrong, FETCH_AGAIN, row.place);
}

/** The names in the cell of an organisation. @throws ListRefused when there is none */
export function namesInRow(row: TableRow, column: number, limits: ImportLimits): ListedName[] {
  const cell = (row.cells[column] ?? '').replaceAll('\n', ' ');
  if (cell.length > limits.fieldLength) refuseRow(row, 'too_long', 'A cell is too long');
  const [primary = '', ...aliases] = namesListedIn(cell);
  if (aliases.length > limits.aliasesPerEntry)
    refuseRow(row, 'too_many', 'Too many names in a row');
  const names = gatherNames('organisation');
  names.add(primary, 'primary', 'unstated');
  for (const alias of aliases) names.add(alias, 'alias', 'unstated');
  const all = names.names();
  if (all.length === 0) refuseRow(row, 'missing_field', 'A row has no name with a letter');
  return all;
}

/** The day in a cell; null when it is empty. @throws ListRefused when there is something else in it */
export function dayInRow(
  row: TableRow,
  column: number,
  order: 'day first' | 'month first',
): string | null {
  const cell = (row.cells[column] ?? '').replaceAll('\n', ' ').trim();
  if (/^[-–—]?$/u.test(cell)) return null;
  const day = dayIn(cell, order) ?? dayNamedIn(cell);
  return day ?? refuseRow(row, 'bad_date', `"${cell.slice(0, 40)}" stands where a date belongs`);
}
