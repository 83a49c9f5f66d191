import { ListRefused } from '../list-refused.ts';
import { childrenOf, elementsIn, textAt, type Element } from './element.ts';
import { FETCH_AGAIN, type ImportLimits } from './limits.ts';
import { readBytes, type Bytes } from './read-text.ts';
import { readXml } from './read-xml.ts';
import { readZip } from './read-zip.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const WANTED = new Set([SHEET, STRINGS]);
const NOT_ONE = 'This is not an Excel workbook (.xlsx). Check the file. Nothing was taken in.';

/**
 * Reads the first sheet of an Excel workbook (ECMA-376) row by row: the texts of its cells, trimmed; a
 * number as it is stored, so that a date is the number of days `excelDay` reads. Formulas are not run.
 * @throws ListRefused when it is not a whole workbook
 */
export async function readSheet(
  chunks: Bytes,
  limits: ImportLimits,
  onRow: (cells: readonly string[], row: number) => void,
): Promise<{ readonly sha256: string }> {
  const { bytes, sha256 } = await readBytes(chunks, limits);
  const files = readZip(bytes, limits, (name) => WANTED.has(name));
  const sheet = files.get(SHEET);
  if (sheet === undefined) throw new ListRefused('wrong_root', 'It has no first sheet', NOT_ONE);
  const strings: string[] = [];
  const shared = files.get(STRINGS);
  const bounds = { ...limits, entries: limits.entries * 20, bytes: limits.bytes * 2 };
  if (shared !== undefined) {
    const shape = { root: 'sst', hint: NOT_ONE, isRecord: (path: string) => path === 'sst/si' };
    await readXml([shared], shape, bounds, (item) => void strings.push(textOfRuns(item)));
  }
  const shape = {
    root: 'worksheet',
    hint: NOT_ONE,
    isRecord: (path: string) => path === 'worksheet/sheetData/row',
  };
  let count = 0;
  await readXml([sheet], shape, bounds, (row) => {
    count++;
    const cells: string[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const at = columnOf(cell.attributes['r'] ?? '', cells.length);
      while (cells.length < at) cells.push('');
      cells[at] = valueOf(cell, strings).trim();
    }
    onRow(cells, Number(row.attributes['r'] ?? count));
  });
  return { sha256 };
}

function textOfRuns(item: Element): string {
  return elementsIn(item, 't')
    .map((text) => text.content.filter((each) => typeof each === 'string').join(''))
    .join('');
}

function valueOf(cell: Element, strings: readonly string[]): string {
  if (cell.attributes['t'] === 'inlineStr') return textOfRuns(cell);
  const value = textAt(cell, 'v');
  if (cell.attributes['t'] !== 's') return value;
  const text = strings[Number(value)];
  if (text === undefined)
    throw new ListRefused(
      'truncated',
      'The workbook lacks a text it refers to',
      FETCH_AGAIN,
      cell.place,
    );
  return text;
}

const mostColumns = 200;

function columnOf(reference: string, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return next;
  const column =
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return Math.min(column, mostColumns);
}

/** The day (YYYY-MM-DD) that Excel stores as a number of days; null for anything else. */
export function excelDay(value: string): string | null {
  const days = Number(value);
  if (!/^\d{4,5}(?:\.\d+)?$/.test(value) || days < 10_000 || days > 80_000) return null;
  return new Date((Math.floor(days) - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
