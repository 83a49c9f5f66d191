import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { isRefused } from '../importers/cut-anywhere.test-data.ts';
import { IMPORT_LIMITS, type ImportLimits } from './limits.ts';
import { excelDay, readSheet } from './read-sheet.ts';
import { workbook } from './workbook.test-data.ts';

async function rowsOf(file: Uint8Array, limits: Partial<ImportLimits> = {}): Promise<string[][]> {
  const rows: string[][] = [];
  await readSheet([file], { ...IMPORT_LIMITS, ...limits }, (cells) => void rows.push([...cells]));
  return rows;
}

test('cells are read in their columns, empty ones too, numbers as they are stored', async () => {
  const file = workbook([
    ['Name', 'Day', 'Note'],
    ['Grey & Co', 46058, ''],
    ['', '', ' <later> '],
  ]);
  assert.deepEqual(await rowsOf(file), [
    ['Name', 'Day', 'Note'],
    ['Grey & Co', '46058'],
    ['', '', '<later>'],
  ]);
  assert.equal(excelDay('46058'), '2026-02-05');
  assert.equal(excelDay('2026'), null);
});

test('what is no whole workbook is refused', async () => {
  const file = workbook([['a', 'b']]);
  for (let length = 0; length < file.length; length += 5)
    await isRefused(rowsOf(file.subarray(0, length)), 'not_zip');
  await isRefused(rowsOf(strToU8('<html></html>')), 'not_zip');
  await isRefused(rowsOf(zipSync({ 'other.xml': strToU8('<a/>') })), 'wrong_root');
  const lacking = zipSync({
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
    ),
  });
  await isRefused(rowsOf(lacking), 'truncated');
});

test('an archive that would be too large unpacked is refused before it is', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(3_000_000) });
  assert.ok(bomb.length < 10_000);
  await isRefused(rowsOf(bomb, { bytes: 1_000_000 }), 'too_large');
});
