import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { ListRefused } from '../list-refused.ts';
import type { ImportLimits } from '../reading/limits.ts';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';
import { isRefused, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { INVENTED_FTM, linesOf } from './ftm.test-data.ts';
import { importFtm, readFtm, type FtmSource } from './ftm.ts';

const SOURCE: FtmSource = {
  authority: 'XA',
  listName: 'Test list',
  generatedAt: '2024-06-01T00:00:00Z',
};
const TEXT = linesOf(INVENTED_FTM);
const read = (text: string, source = SOURCE, limits: Partial<ImportLimits> = {}) =>
  importFtm([Buffer.from(text)], source, limits);

test('FollowTheMoney entities are read: names, times listed, programmes, the UN reference', async () => {
  const list = await read(TEXT);
  assert.deepEqual(
    list.entries.map(({ reference }) => reference),
    ['o-1', 'o-2', 'p-1'],
  );
  const [front, league, person] = list.entries;
  assert.deepEqual(person, {
    reference: 'p-1',
    kind: 'person',
    names: [
      { text: 'Orlandis Ventramont', kind: 'primary', strength: 'strong', script: 'Latn' },
      { text: 'Орландис Вентрамонт', kind: 'alias', strength: 'unstated', script: 'Cyrl' },
      { text: 'Orlando V.', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'Orlandis Plover', kind: 'former', strength: 'unstated', script: 'Latn' },
      { text: 'Orly', kind: 'alias', strength: 'weak', script: 'Latn' },
    ],
    listedOn: '2020-05-06',
    updatedOn: '2024-03-10',
    listType: 'XA-2',
    nationalities: ['XA', 'XB'],
    birthYears: [1965, 1967],
    sameAs: [{ authority: 'UN', reference: 'TSi.001' }],
  });
  assert.deepEqual(
    list.past.map(({ reference, listedOn, endedOn, listType }) => [
      reference,
      listedOn,
      endedOn,
      listType,
    ]),
    [['p-1', '2015-01-02', '2018-03-31', 'Heron Act']],
  );
  assert.deepEqual(
    [front?.listedOn, front?.expiresOn, front?.listType],
    [null, '2030-01-01', 'crime.terror'],
  );
  assert.deepEqual([league?.listedOn, league?.listType], [null, 'sanction']);
});

test('without a day of the edition, whatever has an end has ended', async () => {
  const list = await read(TEXT, { authority: 'XA', listName: 'Test list' });
  assert.deepEqual(
    list.past.map(({ reference }) => reference),
    ['o-1', 'p-1'],
  );
});

test('times that overlap are one, in whatever order they come', async () => {
  const sanction = INVENTED_FTM.find(({ id }) => id === 's-1')!;
  const properties = { entity: ['p-1'], program: ['A'], startDate: ['2017-01-01'] };
  const more = { ...sanction, id: 's-9', properties: { ...properties, endDate: ['2021-01-01'] } };
  for (const objects of [
    [...INVENTED_FTM, more],
    [more, ...INVENTED_FTM],
  ]) {
    const list = await read(linesOf(objects));
    const person = list.entries.find(({ reference }) => reference === 'p-1');
    assert.deepEqual([person?.listedOn, person?.listType], ['2015-01-02', 'A, Heron Act, XA-2']);
    assert.deepEqual(list.past, []);
  }
});

test('only one dataset or topic of several is read when asked', async () => {
  const other = await read(TEXT, { ...SOURCE, dataset: 'other_list' });
  assert.deepEqual(countsOf(other), { organisations: 2, persons: 0 });
  const terror = await read(TEXT, { ...SOURCE, topics: ['crime.terror'] });
  assert.deepEqual(countsOf(terror), { organisations: 1, persons: 0 });
});

test('a single value may stand without brackets', async () => {
  const list = await read(TEXT.replace('["Orly"]', '"Orly"').replace('["xa"]', '"xa"'));
  const { sha256: _, ...same } = await read(TEXT);
  assert.deepEqual({ ...list, sha256: undefined }, { ...same, sha256: undefined });
});

test('no paper, day or place of birth, reason or note is kept', async () => {
  assert.doesNotMatch(JSON.stringify(await read(TEXT)), /secret|X1234567|12-12/i);
});

test('chunk boundaries never change what is read of FollowTheMoney entities', () =>
  readsTheSameInAnyPieces(TEXT, (chunks) => importFtm(chunks, SOURCE)));

test('a file cut within a line is refused', async () => {
  const bytes = Buffer.from(TEXT);
  for (let length = 1; length < bytes.length; length++) {
    const endsLine = bytes[length - 1] === 10 || bytes[length] === 10;
    if (!endsLine) await assert.rejects(read(String(bytes.subarray(0, length))), ListRefused);
  }
});

const first = linesOf([INVENTED_FTM[1]!]);
const nested = linesOf([
  { id: 'x', schema: 'Person', properties: { name: [{ schema: 'Name' }], topics: ['sanction'] } },
]);
const refusals: [name: string, text: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an empty file', '', 'missing_field'],
  ['a web page', '<!DOCTYPE html>\n<html></html>\n', 'not_json'],
  ['a file cut in its only line', first.slice(0, 90), 'truncated'],
  ['something else in JSON', '[1]\n', 'not_json'],
  [
    'nobody listed',
    TEXT.replaceAll('sanction', 'x').replaceAll('crime.terror', 'x'),
    'missing_field',
  ],
  ['an entity twice', first + first, 'duplicate_reference'],
  ['no id', TEXT.replace('"id":"p-1",', ''), 'missing_field'],
  ['no schema', TEXT.replace('"schema":"Person",', ''), 'missing_field'],
  ['entities within entities', nested, 'missing_field'],
  [
    'nobody’s name',
    first.replaceAll(/"(name|alias|weakAlias|previousName)"/g, '"no-$1"'),
    'missing_field',
  ],
  ['a bad date', TEXT.replace('2020-05-06', '2020-15-06'), 'bad_date'],
  ['too long a name', TEXT, 'too_long', { fieldLength: 15 }],
  ['too many names', TEXT, 'too_many', { aliasesPerEntry: 1 }],
  ['too many entities', TEXT, 'too_many', { entries: 2 }],
  ['too many bytes', TEXT, 'too_large', { bytes: 500 }],
];
for (const [name, text, code, limits] of refusals)
  test(`refused of FollowTheMoney: ${name}`, () => isRefused(read(text, SOURCE, limits), code));

test('the real entities of the EU list are read', async () => {
  const path = realList('ftm/yente-t1-entities.ftm.json');
  if (path === null) return;
  const list = await importFtm(createReadStream(path), { ...SOURCE, authority: 'EU' });
  assert.deepEqual(countsOf(list), { organisations: 2, persons: 4 });
  assert.deepEqual(list.past, []);
  assert.equal(list.entries[0]?.names.length, 12);
});

test('a real file of people in office lists nobody', async () => {
  const path = realList('ftm/khong-entities.ftm.json');
  if (path === null) return;
  const { records } = await readFtm(createReadStream(path));
  assert.equal(records.size, 607);
  await assert.rejects(
    importFtm(createReadStream(path), SOURCE),
    /^ListRefused: Nobody in the file/,
  );
});
