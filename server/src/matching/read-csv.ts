import { setImmediate } from 'node:timers/promises';
import { entryTypes, type BankKind, type EntryType } from '@commonweal/contract';
import Papa from 'papaparse';
import type { NewEntry } from './add-entries.ts';
import { normaliseEntry } from './normalise-entry.ts';
import { LONGEST_FRAMES } from './normalise-likeness.ts';

/** A row that cannot be taken, by the line its record begins on (the first line of the file is 1). */
export interface BadRow {
  readonly line: number;
  readonly detail: string;
}

export interface CsvRead {
  readonly entries: readonly NewEntry[];
  /** At most `mostBadRows`; when there is any, nothing may be taken. */
  readonly bad: readonly BadRow[];
}

const columns = ['type', 'value', 'label', 'source', 'severity', 'note'] as const;
const needed = ['type', 'value', 'source'] as const;
const longest = {
  type: 20,
  value: LONGEST_FRAMES,
  label: 300,
  source: 300,
  severity: 20,
  note: 2000,
};
const mostBadRows = 20;
const breath = 2000; // rows between letting other requests through

type Cells = Record<(typeof columns)[number], string>;

/**
 * Reads the entries of a CSV file (RFC 4180; a byte order mark, CRLF and empty lines are fine). The first row
 * names the columns. Cells are text: one that looks like a formula is never more than that.
 */
export async function readCsv(csv: string, kind: BankKind): Promise<CsvRead> {
  const { header, records, bad } = parseRecords(csv);
  if (bad.length > 0) return { entries: [], bad };
  const wrong = complainAboutHeader(header);
  if (wrong !== null) return { entries: [], bad: [{ line: 1, detail: wrong }] };
  const entries: NewEntry[] = [];
  for (const [index, { line, cells }] of records.entries()) {
    if (index % breath === breath - 1) await setImmediate();
    const read = readRow(header, cells, kind);
    if (typeof read !== 'string') entries.push(read);
    else if (bad.push({ line, detail: read }) === mostBadRows) break;
  }
  return { entries, bad };
}

function parseRecords(csv: string) {
  const text = csv.startsWith('\uFEFF') ? csv.slice(1) : csv;
  const records: { line: number; cells: string[] }[] = [];
  const bad: BadRow[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    skipEmptyLines: false,
    step({ data, errors, meta }, parser) {
      const [error] = errors;
      if (error !== undefined) {
        bad.push({ line, detail: `the row is not CSV: ${error.message}` });
        parser.abort();
        return;
      }
      if (data.length > 1 || data[0]?.trim() !== '') records.push({ line, cells: data });
      for (; read < meta.cursor; read++) {
        const unit = text[read];
        if (unit === '\n' || (unit === '\r' && text[read + 1] !== '\n')) line++;
      }
    },
  });
  const header = (records.shift()?.cells ?? []).map((name) => name.trim().toLowerCase());
  return { header, records, bad };
}

function complainAboutHeader(header: readonly string[]): string | null {
  const unknown = header.find((name) => !columns.some((column) => column === name));
  const missing = needed.find((name) => !header.includes(name));
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (header.length === 0) return `the file is empty; its first line must be ${columns.join(',')}`;
  if (unknown !== undefined)
    return `the column "${unknown.slice(0, 40)}" is not known; the first line must be ${columns.join(',')}`;
  if (missing !== undefined) return `the column "${missing}" is missing`;
  return twice === undefined ? null : `the column "${twice}" is there twice`;
}

function readRow(
  header: readonly string[],
  cells: readonly string[],
  kind: BankKind,
): NewEntry | string {
  if (cells.length !== header.length)
    return `has ${cells.length} cells where the first line has ${header.length}`;
  const row: Cells = { type: '', value: '', label: '', source: '', severity: '', note: '' };
  for (const [at, name] of header.entries()) {
    const column = name as keyof Cells;
    const cell = (cells[at] ?? '').trim();
    if (cell.includes('\0')) return `"${column}" holds a NUL character`;
    if (cell.length > longest[column])
      return `"${column}" is longer than ${longest[column]} characters`;
    row[column] = cell;
  }
  const type = entryTypes.find((each) => each === row.type.toLowerCase());
  if (type === undefined) return `"type" must be one of ${entryTypes.join(', ')}`;
  if (row.source === '') return '"source" is empty: say who says so';
  if (row.severity !== '' && !/^[1-5]$/.test(row.severity))
    return '"severity" must be a whole number from 1 to 5, or empty';
  return normalRow(kind, type, row);
}

function normalRow(kind: BankKind, type: EntryType, row: Cells): NewEntry | string {
  const normal = normaliseEntry(kind, type, row.value);
  if ('refused' in normal) {
    const { pointer, detail } = normal.refused;
    return `"${pointer.slice(1)}": ${detail}`;
  }
  return {
    type,
    value: normal.value,
    label: row.label,
    source: row.source,
    severity: row.severity === '' ? null : Number(row.severity),
    note: row.note,
  };
}
