import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import type { ImportLimits } from '../reading/limits.ts';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';
import { isRefused, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { importFtmSimple, type FtmSimpleSource } from './ftm-simple.ts';

const SOURCE: FtmSimpleSource = { authority: 'XA', listName: 'Test list' };
const HEAD = `"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","program_ids","dataset","first_seen","last_seen","last_change"\n`;
const TEXT = `${HEAD}"p-1","Person","Orlandis Ventramont","Orly;Орландис Вентрамонт","1965-12-12;1967","xa;xb","1 Secret Street","X1234567","Secret reason - 2015","","secret@example.org","XA-1;XA-2","Test list","2024-03-10T15:36:30","2024-03-10T15:36:30","2024-03-11T15:36:30"
"o-1","Organization","Grey Heron Front (GHF)","","","","","","XA","","","","Test list;Other list","","",""
"p-2","Person","Nobody Listed","","","","","","","","","","Test list","","",""
"v-1","Vessel","Secret Ship","","","","","","XA","","","","Test list","","",""
`;
const read = (text: string, source = SOURCE, limits: Partial<ImportLimits> = {}) =>
  importFtmSimple([Buffer.from(text)], source, limits);

test('the simple form is read; who has no sanction and vessels are passed over', async () => {
  const list = await read(TEXT);
  assert.deepEqual(countsOf(list), { organisations: 1, persons: 1 });
  assert.deepEqual(list.entries[0], {
    reference: 'p-1',
    kind: 'person',
    names: [
      { text: 'Orlandis Ventramont', kind: 'primary', strength: 'strong', script: 'Latn' },
      { text: 'Orly', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'Орландис Вентрамонт', kind: 'alias', strength: 'unstated', script: 'Cyrl' },
    ],
    listedOn: null,
    updatedOn: '2024-03-11',
    listType: 'XA-1, XA-2',
    nationalities: ['XA', 'XB'],
    birthYears: [1965, 1967],
  });
  assert.doesNotMatch(JSON.stringify(list), /secret|X1234567|12-12/i);
});

test('one dataset of several, or every row, is read when asked', async () => {
  const other = await read(TEXT, { ...SOURCE, dataset: 'Other list' });
  assert.deepEqual(countsOf(other), { organisations: 1, persons: 0 });
  const all = await read(TEXT, { ...SOURCE, everyRow: true });
  assert.deepEqual(countsOf(all), { organisations: 1, persons: 2 });
});

test('chunk boundaries never change what is read of the simple form', () =>
  readsTheSameInAnyPieces(TEXT, (chunks) => importFtmSimple(chunks, SOURCE)));

const refusals: [name: string, text: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an empty file', '', 'wrong_columns'],
  ['another table', 'a,b\n1,2\n', 'wrong_columns'],
  ['nobody listed', HEAD, 'missing_field'],
  ['a file cut within a quoted cell', TEXT.slice(0, TEXT.indexOf('Street')), 'truncated'],
  ['a row without id', TEXT.replace('"p-1"', '""'), 'missing_field'],
  ['a row without a name', TEXT.replace('"Grey Heron Front (GHF)"', '""'), 'missing_field'],
  ['an id twice', TEXT.replace('"o-1"', '"p-1"'), 'duplicate_reference'],
  ['too many aliases', TEXT, 'too_many', { aliasesPerEntry: 1 }],
  ['too many entries', TEXT, 'too_many', { entries: 1 }],
];
for (const [name, text, code, limits] of refusals)
  test(`refused of the simple form: ${name}`, () => isRefused(read(text, SOURCE, limits), code));

test('a real file of people in office lists nobody unless every row is asked for', async () => {
  const path = realList('ftm/khong-targets.simple.csv');
  if (path === null) return;
  await isRefused(importFtmSimple(createReadStream(path), SOURCE), 'missing_field');
  const all = await importFtmSimple(createReadStream(path), { ...SOURCE, everyRow: true });
  assert.deepEqual(countsOf(all), { organisations: 0, persons: 5 });
  assert.deepEqual(all.entries[0]?.names.length, 3);
});
