import type { BankImport, BankKind, EntryType } from '@commonweal/contract';
import Papa from 'papaparse';
import type { NewEntry } from '../add-entries.ts';
import { normaliseEntry } from '../normalise-entry.ts';
import { type FileRecord, FileUnreadable } from './record-reader.ts';
import { type Part, partNames, typeNames, typeOfLength } from './row-words.ts';

/** What holds of rows that do not say it themselves. */
export interface Defaults {
  readonly kind: BankKind;
  readonly type: EntryType | null;
  readonly label: string;
  readonly source: string;
  readonly severity: number | null;
}

/** A row of a file: the entry it makes, or why it makes none. */
export type ReadRow =
  | { readonly line: number; readonly entry: NewEntry }
  | { readonly line: number; readonly refused: string };

type Cells = Partial<Record<Part, string>>;

const longest: Readonly<Record<Part, number>> = {
  type: 40,
  value: 400_000,
  label: 300,
  source: 300,
  severity: 20,
  note: 2000,
};

/** Which format a file is in, by how it begins. */
export function guessFormat(beginning: string): BankImport['format'] {
  const [first = ''] = beginning
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r?\n/, 1);
  if (first.startsWith('{')) return 'ndjson';
  const parts = first.split(',').map((cell) => partOf(cell));
  return parts.includes('value') ? 'csv' : 'lines';
}

/** Reads records of one file into entries, one by one. */
export function createRowReader(
  format: BankImport['format'],
  defaults: Defaults,
): (record: FileRecord) => ReadRow | null {
  let header: (Part | null)[] | null = null;
  return ({ line, text }) => {
    const plain = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (format === 'csv' && header === null) {
      header = headerOf(plain);
      return null;
    }
    if (format === 'lines' && plain.startsWith('#')) return null;
    const cells =
      format === 'csv'
        ? cellsOfCsv(plain, header ?? [])
        : format === 'ndjson'
          ? cellsOfJson(plain)
          : cellsOfLine(plain);
    const entry = typeof cells === 'string' ? cells : entryOf(cells, defaults);
    return typeof entry === 'string' ? { line, refused: entry } : { line, entry };
  };
}

function partOf(name: string): Part | null {
  const plain = name.trim().toLowerCase().replace(/^"|"$/g, '');
  return partNames.get(plain) ?? null;
}

function headerOf(text: string): (Part | null)[] {
  const { cells, wrong } = splitCsv(text);
  const parts = cells.map(partOf);
  if (wrong !== null || !parts.includes('value'))
    throw new FileUnreadable(
      'The first line must name the columns, one of them "value" (or "hash", "indicator", "url", "phrase").',
    );
  const twice = parts.find((part, at) => part !== null && parts.indexOf(part) !== at);
  if (twice != null) throw new FileUnreadable(`Two columns of the first line say the ${twice}.`);
  return parts;
}

function splitCsv(text: string): { cells: string[]; wrong: string | null } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',' });
  return { cells: data[0] ?? [], wrong: errors[0]?.message ?? null };
}

function cellsOfCsv(text: string, header: readonly (Part | null)[]): Cells | string {
  const { cells, wrong } = splitCsv(text);
  if (wrong !== null) return `it is not CSV: ${wrong}`;
  if (cells.length !== header.length)
    return `it has ${cells.length} cells where the first line has ${header.length}`;
  const found: Cells = {};
  for (const [at, part] of header.entries()) if (part !== null) found[part] = cells[at] ?? '';
  return found;
}

function cellsOfJson(text: string): Cells | string {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    return 'it is not a JSON object';
  const found: Cells = {};
  for (const [name, value] of Object.entries(said)) {
    const part = partNames.get(name.toLowerCase());
    if (part === undefined || value === null || found[part] !== undefined) continue;
    if (typeof value === 'string' || typeof value === 'number') found[part] = String(value);
    else if (part === 'label' && Array.isArray(value)) found[part] = value.map(String).join(', ');
    // The frames of a video.
    else if (part === 'value') found[part] = JSON.stringify(value);
    else return `"${name.slice(0, 40)}" is not text`;
  }
  return found;
}

/** `type value`, as python-threatexchange's local files have it, or a value alone. */
function cellsOfLine(text: string): Cells {
  const [, first = '', rest = ''] = /^(\S+)\s+(\S.*)$/s.exec(text.trim()) ?? [];
  return typeNames.has(first.toLowerCase()) ? { type: first, value: rest } : { value: text };
}

function entryOf(cells: Cells, defaults: Defaults): NewEntry | string {
  for (const [part, text] of Object.entries(cells)) {
    if (text.includes('\0')) return `"${part}" holds a NUL character`;
    if (text.length > longest[part as Part])
      return `"${part}" is longer than ${longest[part as Part]} characters`;
  }
  const value = cells.value?.trim() ?? '';
  if (value === '') return '"value" is empty';
  const type = typeOf(cells.type?.trim() ?? '', value, defaults);
  if (typeof type !== 'string') return type.refused;
  const severity = severityOf(cells.severity?.trim() ?? '', defaults);
  if (typeof severity === 'string') return severity;
  const normal = normaliseEntry(defaults.kind, type, value);
  if ('refused' in normal) {
    const { pointer, detail } = normal.refused;
    return `"${pointer.slice(1)}": ${detail}`;
  }
  return {
    type,
    value: normal.value,
    label: cells.label?.trim() || defaults.label,
    source: cells.source?.trim() || defaults.source,
    severity,
    note: cells.note?.trim() ?? '',
  };
}

function typeOf(
  written: string,
  value: string,
  { kind, type }: Defaults,
): EntryType | { readonly refused: string } {
  if (written !== '') {
    const known = typeNames.get(written.toLowerCase());
    return known ?? { refused: `"type" is "${written}", which is not known here` };
  }
  if (type !== null) return type;
  if (kind !== 'hash') return kind;
  const guessed = /^[0-9a-f]+$/i.test(value)
    ? typeOfLength.get(value.length)
    : /^T1[0-9a-f]{70}$/i.test(value)
      ? 'tlsh'
      : undefined;
  return (
    guessed ?? {
      refused: 'it does not say its type, and its value may be of more than one: say which',
    }
  );
}

function severityOf(written: string, { severity }: Defaults): number | null | string {
  if (written === '') return severity;
  return /^[1-5]$/.test(written)
    ? Number(written)
    : '"severity" must be a whole number from 1 to 5, or empty';
}
