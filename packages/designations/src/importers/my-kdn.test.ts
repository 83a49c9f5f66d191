import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import type { ImportLimits } from '../reading/limits.ts';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { INVENTED_MY_LIST } from './my-kdn.test-data.ts';
import { importMyKdn } from './my-kdn.ts';

const read = (xml: string, limits: Partial<ImportLimits> = {}) =>
  importMyKdn([Buffer.from(xml)], limits);

test('the Malaysian list is read: kinds by reference, aliases of every kind, dates', async () => {
  const list = await read(INVENTED_MY_LIST);
  assert.equal(list.authority, 'MY');
  assert.deepEqual(list.entries[0], {
    reference: 'KDN.I.08-2014',
    kind: 'person',
    names: [
      { text: 'Orlandis bin Ventra', kind: 'primary', strength: 'unstated', script: 'Latn' },
      { text: 'Orly', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'Ventro', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'Orlo Ventra', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'Lando', kind: 'alias', strength: 'unstated', script: 'Latn' },
    ],
    listedOn: '2014-11-12',
    updatedOn: null,
    listType: 'Act 613, section 66B(1)',
    nationalities: ['Testland'],
    birthYears: [1961, 1962],
  });
  const front = list.entries[1];
  assert.equal(front?.kind, 'organisation');
  assert.equal(front.listedOn, null);
  assert.deepEqual(
    front.names.map(({ text }) => text),
    ['Grey Heron Front', 'GHF', 'Barisan Pucung & Co'],
  );
});

test('no paper, address, title or day or place of birth is kept', async () => {
  const kept = JSON.stringify(await read(INVENTED_MY_LIST));
  assert.doesNotMatch(kept, /secret|X1234567|9\.12|passport/i);
});

test('a reference of another form goes by the columns', async () => {
  const list = await read(INVENTED_MY_LIST.replaceAll('KDN.', 'NEW-'));
  assert.deepEqual(countsOf(list), { organisations: 1, persons: 1 });
});

test('chunk boundaries never change what is read of the Malaysian list', () =>
  readsTheSameInAnyPieces(INVENTED_MY_LIST, importMyKdn));

test('a Malaysian list cut anywhere is refused', () =>
  isRefusedWhenCut(INVENTED_MY_LIST, importMyKdn));

const refusals: [name: string, xml: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an empty file', '', 'truncated'],
  ['another document', '<rss><channel/></rss>', 'wrong_root'],
  ['a list without entries', '<xmlResponse/>', 'missing_field'],
  ['no reference', INVENTED_MY_LIST.replace('KDN.I.08-2014', '-'), 'missing_field'],
  ['no name', INVENTED_MY_LIST.replace('Grey Heron Front (GHF)', '-'), 'missing_field'],
  ['no column for the date', INVENTED_MY_LIST.replace('Date 0f Listed', 'Day'), 'missing_field'],
  ['a column twice', INVENTED_MY_LIST.replace('Other Name"', 'Alias"'), 'missing_field'],
  ['a bad date', INVENTED_MY_LIST.replace('12 November 2014', 'soon'), 'bad_date'],
  [
    'a reference used twice',
    INVENTED_MY_LIST.replace('KDN.K.1-2013', 'KDN.I.08-2014'),
    'duplicate_reference',
  ],
  ['too many aliases', INVENTED_MY_LIST, 'too_many', { aliasesPerEntry: 2 }],
  ['an oversized field', INVENTED_MY_LIST, 'too_long', { fieldLength: 20 }],
];
for (const [name, xml, code, limits] of refusals)
  test(`refused of the Malaysian list: ${name}`, () => isRefused(read(xml, limits), code));

test('the real Malaysian excerpt is read whole', async () => {
  const path = realList('sample_moha_v2.redacted.xml');
  if (path === null) return;
  const list = await importMyKdn(createReadStream(path));
  assert.deepEqual(countsOf(list), { organisations: 2, persons: 4 });
  assert.deepEqual(
    list.entries.map(({ listedOn }) => listedOn),
    ['2014-11-12', '2016-09-05', '2022-04-25', '2025-01-24', '2014-04-07', '2014-04-07'],
  );
  assert.deepEqual(
    list.entries.map(({ names }) => names.length),
    [1, 2, 2, 1, 2, 3],
  );
  assert.deepEqual(list.entries[2]?.birthYears, [1975, 1976, 1977]);
  assert.ok(!JSON.stringify(list).includes('redacted'));
});
