import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { workbook } from '../reading/workbook.test-data.ts';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';
import { importAuSanctions } from './au-sanctions.ts';
import { isRefused } from './cut-anywhere.test-data.ts';

const head = [
  'Reference',
  'Name of Individual or Entity',
  'Type',
  'Name Type',
  'Alias Strength',
  'Date of Birth',
  'Citizenship',
  'Address',
  'Additional Information',
  'Listing Information',
  'Committees',
  'Control Date',
  'Targeted Financial Sanction',
  'Travel Ban',
  'Arms Embargo',
];
// All invented.
const rows = [
  head,
  [
    '7',
    'Orlandis Ventramont',
    'Individual',
    'Primary Name',
    '',
    '1961, 04/05/1962',
    'Fiji, Tonga',
    '1 Nowhere St',
    'XXi.007. Passport no: A1234567',
    'Listed on 12 Apr. 2010 (amended on 3 Sep. 2014)',
    '1267 Committee',
    46058,
    1,
    1,
    0,
  ],
  ['7a', 'Orly', 'Individual', 'Alias', 'Weak', '', '', '', '', '', '', 46058, 1, 1, 0],
  [
    '8',
    '2566 Heron Repair Plant',
    'Entity',
    'Primary Name',
    '',
    '',
    '',
    '',
    '',
    'Autonomous',
    'Autonomous (Nowhere)',
    46058,
    1,
    0,
    0,
  ],
  ['9', 'Sea Heron', 'Vessel', 'Primary Name', '', '', '', '', '', '', '', 46058, 1, 0, 0],
  ['7b', 'اورلاندس', '', 'Original Script', '', '', '', '', '', '', '', 46058, 1, 1, 0],
  ['8a', 'Heron Works', 'Entity', 'fka', '', '', '', '', '', '', '', 46058, 1, 0, 0],
];

test('rows of one reference are one entity, wherever they stand; vessels are passed over', async () => {
  const list = await importAuSanctions([workbook(rows)]);
  assert.deepEqual(list.entries, [
    {
      reference: '7',
      kind: 'person',
      names: [
        { text: 'Orlandis Ventramont', kind: 'primary', strength: 'strong', script: 'Latn' },
        { text: 'Orly', kind: 'alias', strength: 'weak', script: 'Latn' },
        { text: 'اورلاندس', kind: 'original_script', strength: 'unstated', script: 'Arab' },
      ],
      listedOn: '2010-04-12',
      updatedOn: '2026-02-05',
      listType: '1267 Committee',
      effects: ['asset_freeze', 'travel_ban'],
      nationalities: ['Fiji', 'Tonga'],
      birthYears: [1961, 1962],
      sameAs: [{ authority: 'UN', reference: 'XXi.007' }],
    },
    {
      reference: '8',
      kind: 'organisation',
      names: [
        { text: '2566 Heron Repair Plant', kind: 'primary', strength: 'strong', script: 'Latn' },
        { text: 'Heron Works', kind: 'former', strength: 'unstated', script: 'Latn' },
      ],
      listedOn: null,
      updatedOn: '2026-02-05',
      listType: 'Autonomous (Nowhere)',
      effects: ['asset_freeze'],
    },
  ]);
  assert.doesNotMatch(JSON.stringify(list), /Nowhere St|A1234567|04\/05/);
});

test('the twelve columns of before are read, and others refused', async () => {
  const twelve = rows.map((row) => row.filter((_, at) => ![4, 12, 13, 14].includes(at)));
  const list = await importAuSanctions([workbook(twelve)]);
  assert.equal(list.entries.length, 2);
  assert.equal(list.entries[0]?.effects, undefined);
  await isRefused(importAuSanctions([workbook([['Reference', 'Name']])]), 'wrong_columns');
  await isRefused(importAuSanctions([workbook([])]), 'wrong_columns');
  await isRefused(
    importAuSanctions([workbook([head, ['x', 'Y', 'Entity', 'Primary Name']])]),
    'missing_field',
  );
  await isRefused(
    importAuSanctions([workbook([head, ['1', 'Y', 'Castle', 'Primary Name']])]),
    'missing_field',
  );
  await isRefused(
    importAuSanctions([workbook([head, ['1', '---', 'Entity', 'Primary Name']])]),
    'missing_field',
  );
  await isRefused(importAuSanctions([workbook(rows)], { entries: 1 }), 'too_many');
});

test('the real lists of 2024 and 2026 are read', async () => {
  for (const [file, counts, dated] of [
    [
      'Australian_Sanctions_Consolidated_List-2026.xlsx',
      { organisations: 1031, persons: 2518 },
      1059,
    ],
    ['regulation8_consolidated-2024-12.xlsx', { organisations: 746, persons: 2316 }, 937],
  ] as const) {
    const path = realList(file);
    if (path === null) continue;
    const list = await importAuSanctions(createReadStream(path));
    assert.deepEqual(countsOf(list), counts);
    assert.equal(list.entries.filter(({ listedOn }) => listedOn !== null).length, dated);
    assert.ok(list.entries.every(({ listType }) => listType !== ''));
  }
});
