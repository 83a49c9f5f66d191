import type { TransparencyReport } from '@commonweal/contract';
import Papa from 'papaparse';

type Row = readonly [section: string, name: string, value: string | number | null];

/**
 * The account as a table: section, name, value. Cells that a spreadsheet would run as a formula are
 * made text; an unknown value is an empty cell, never 0.
 */
export function writeCsv(report: TransparencyReport): string {
  const { desk, decisions, items, appeals, medians } = report;
  const { by_measure, by_clause, by_category, ...totals } = decisions;
  const rows: Row[] = [
    ['desk', 'name', desk.name],
    ['desk', 'slug', desk.slug],
    ['period', 'from', report.from],
    ['period', 'to', report.to],
    ['period', 'generated_at', report.generated_at],
    ...fields('items', items),
    ...counted('reports', report.reports),
    ...counted('signals', report.signals),
    ...fields('decisions', totals),
    ...counted('decisions by measure', by_measure),
    ...counted('decisions by clause', by_clause),
    ...counted('decisions by category', by_category),
    ...fields('appeals', appeals),
    ...fields('medians', medians),
    ['state_requests', 'received', report.state_requests],
  ];
  const cells = [['section', 'name', 'value'], ...rows];
  return `${Papa.unparse(cells as unknown[][], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

function fields(section: string, values: Readonly<Record<string, number | null>>): Row[] {
  return Object.entries(values).map(([name, value]) => [section, name, value]);
}

function counted(section: string, rows: readonly { name: string; count: number }[]): Row[] {
  return rows.map(({ name, count }) => [section, name, count]);
}
