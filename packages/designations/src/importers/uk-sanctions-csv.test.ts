import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefused, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { VENTRAMONT } from './uk-sanctions.test-data.ts';
import { importUkSanctionsCsv } from './uk-sanctions-csv.ts';

const columns = [
  'Last Updated',
  'Unique ID',
  'UN Reference Number',
  'Name 6',
  'Name 1',
  'Name 2',
  'Name type',
  'Alias strength',
  'Name non-latin script',
  'Regime Name',
  'Designation Type',
  'Sanctions Imposed',
  'Address Line 1',
  'Date Designated',
  'D.O.B',
  'Nationality(/ies)',
  'Passport number',
];
const row = (cells: Readonly<Record<string, string>>) =>
  columns.map((column) => `"${cells[column] ?? ''}"`).join(',');
const ventramont = {
  'Last Updated': '01/02/2026',
  'Unique ID': 'XXQ0001',
  'UN Reference Number': 'XXi.007',
  'Regime Name': 'ISIL (Da’esh) and Al-Qaida',
  'Designation Type': 'Individual',
  'Sanctions Imposed': 'Asset freeze, Travel Ban, Arms embargo',
  'Date Designated': '31/01/2011',
  'Passport number': 'A1234567',
  'Address Line 1': '1 Nowhere St',
  'D.O.B': '04/05/1961',
};
// All invented.
const list = [
  'Report Date: 13-Feb-2026',
  columns.join(','),
  row({
    ...ventramont,
    'Name 6': 'VENTRAMONT',
    'Name 1': 'Orlandis',
    'Name type': 'Primary Name',
    'Nationality(/ies)': '(1) Fiji (2) Tonga',
  }),
  row({
    ...ventramont,
    'Name 6': 'ORLY',
    'Name type': 'Alias',
    'Alias strength': 'Low Quality',
    'Name non-latin script': 'اورلاندس',
    'D.O.B': 'dd/mm/1962',
  }),
  row({
    'Unique ID': 'XXQ0002',
    'Name 6': 'GREY HERON FRONT (GHF)',
    'Name type': 'Primary Name',
    'Regime Name': 'Counter-Terrorism (Domestic)',
    'Designation Type': 'Entity',
    'Sanctions Imposed': 'Asset freeze',
  }),
  row({
    'Unique ID': 'XXQ0003',
    'Name 6': 'SEA HERON',
    'Name type': 'Primary Name',
    'Regime Name': 'X',
    'Designation Type': 'Ship',
  }),
].join('\r\n');
const read = (text: string) => importUkSanctionsCsv([Buffer.from(text)]);

test('rows of one Unique ID are one entity, with regime, effects, years and the UN’s reference', async () => {
  const { entries, generatedAt } = await read(list);
  assert.equal(generatedAt, '2026-02-13');
  assert.deepEqual(entries, [
    {
      ...VENTRAMONT,
      effects: ['asset_freeze', 'travel_ban', 'arms_embargo'],
      nationalities: ['Fiji', 'Tonga'],
      birthYears: [1961, 1962],
    },
    {
      reference: 'XXQ0002',
      kind: 'organisation',
      names: [
        { text: 'GREY HERON FRONT', kind: 'primary', strength: 'unstated', script: 'Latn' },
        { text: 'GHF', kind: 'alias', strength: 'unstated', script: 'Latn' },
      ],
      listedOn: null,
      updatedOn: null,
      listType: 'Counter-Terrorism (Domestic)',
      effects: ['asset_freeze'],
    },
  ]);
  assert.doesNotMatch(JSON.stringify(entries), /A1234567|Nowhere|04\/05/);
});

test('in any pieces the same; what is another file, or wrong in a row, is refused', async () => {
  await readsTheSameInAnyPieces(list, (chunks) => importUkSanctionsCsv(chunks));
  await isRefused(read('a,b\r\n1,2\r\n'), 'wrong_columns');
  await isRefused(read(list.split('\r\n').slice(0, 2).join('\r\n')), 'missing_field');
  await isRefused(read(list.replace('31/01/2011', '31/02/2011')), 'bad_date');
  await isRefused(read(list.replaceAll('"Individual"', '"Castle"')), 'missing_field');
  await isRefused(read(list.slice(0, list.indexOf('GREY HERON') + 4)), 'truncated');
});
