import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { ListRefused } from '../list-refused.ts';
import { FETCH_AGAIN, type ImportLimits } from './limits.ts';
import { readText, type Bytes } from './read-text.ts';

/** One record of a CSV file: its cells, trimmed, and the line of the file it begins on. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads a CSV file (RFC 4180) as a stream, record by record. Empty lines are passed over.
 * @throws ListRefused when it is not UTF-8, not CSV or too large; what `onRow` throws
 */
export async function readCsv(
  chunks: Bytes,
  limits: ImportLimits,
  onRow: (row: CsvRow) => void,
  delimiter = ',',
): Promise<{ readonly sha256: string }> {
  const { pieces, sha256 } = readText(chunks, limits);
  let line = 1;
  let rows = 0;
  const take = (cells: readonly string[], fault: string | undefined): void => {
    const place = { line, column: 1 };
    if (fault !== undefined) {
      const cut = /quote/i.test(fault);
      const wrong = cut ? 'A quoted cell does not end' : `The file is not CSV: ${fault}`;
      throw new ListRefused(cut ? 'truncated' : 'not_csv', wrong, FETCH_AGAIN, place);
    }
    if (cells.length > 1 || cells[0]?.trim() !== '') {
      if (++rows > limits.entries * 20)
        throw new ListRefused('too_many', 'The file has too many rows', FETCH_AGAIN, place);
      const long = cells.find((cell) => cell.length > limits.fieldLength);
      if (long !== undefined)
        throw new ListRefused('too_long', 'A cell is too long', FETCH_AGAIN, place);
      onRow({ cells: cells.map((cell) => cell.trim()), line });
    }
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  };
  await new Promise<void>((resolve, reject) => {
    const stream = Readable.from(withOneLineEnd(pieces));
    stream.on('error', reject);
    let failed = false;
    Papa.parse<string[]>(stream, {
      delimiter,
      newline: '\n',
      step({ data, errors }, parser) {
        if (failed) return;
        try {
          take(data, errors[0]?.message);
        } catch (error) {
          // First, for to abort is to complete, and the file would pass for a shorter one.
          failed = true;
          reject(error);
          parser.abort();
          stream.destroy();
        }
      },
      error: reject,
      complete: () => resolve(),
    });
  });
  return { sha256: sha256() };
}

/**
 * Every line end as one "\n". The parser would guess it from the first piece, and guess wrong where that
 * ends between the two characters of one.
 */
async function* withOneLineEnd(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll(/\r\n?/gu, '\n');
  }
  if (held !== '') yield '\n';
}

/**
 * Reads a CSV file whose header names its columns, whatever their order. `onRow` asks for a cell by the
 * column's name; a column that is not there is ''.
 * @param needed columns without which the file is another one
 * @param before rows before the header, handed to `onBefore`
 */
export async function readCsvTable(
  chunks: Bytes,
  limits: ImportLimits,
  needed: readonly string[],
  onRow: (cell: (column: string) => string, line: number) => void,
  onBefore: (row: CsvRow) => void = () => undefined,
): Promise<{ readonly sha256: string }> {
  let columns: Map<string, number> | null = null;
  const read = await readCsv(chunks, limits, (row) => {
    if (columns === null) {
      const named = new Map(row.cells.map((cell, at) => [cell.toLowerCase(), at]));
      if (needed.every((column) => named.has(column.toLowerCase()))) columns = named;
      else if (row.line < 20) onBefore(row);
      else throw lacking(needed);
      return;
    }
    const at = columns;
    onRow((column) => row.cells[at.get(column.toLowerCase()) ?? -1] ?? '', row.line);
  });
  if (columns === null) throw lacking(needed);
  return read;
}

function lacking(needed: readonly string[]): ListRefused {
  const wrong = `The file has no row that names the columns ${needed.join(', ')}`;
  return new ListRefused(
    'wrong_columns',
    wrong,
    'Check that it is this list. Nothing was taken in.',
  );
}
