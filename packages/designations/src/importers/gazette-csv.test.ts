import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ListRefused } from '../list-refused.ts';
import type { ImportLimits } from '../reading/limits.ts';
import { countsOf } from '../register.ts';
import { isRefused, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { importGazetteCsv, type GazetteSource } from './gazette-csv.ts';
import { GAZETTE_TEMPLATE } from './gazette-template.ts';

const SOURCE: GazetteSource = { authority: 'LK', listName: 'Test list', generatedAt: '2026-01-31' };
const ROWS = `G-1,organisation,Grey Heron Front (GHF),The Roost | Heron Column,,31.01.2024,,2027-01-31,Act s. 27,Gazette 2100/5,Testland,,UN:TSe.001|IN: 7
,Person,"Ventramont, Orlandis",Orly,Орландис Вентрамонт,,,,Act s. 27,,Testland|Otherland,1967|1965,
G-1,organisation,Grey Heron Front,,,2010-01-01,2012-01-01,,Act s. 27,,,,
# G-2,organisation,Secret,,,,,,x,,,,
`;
const TEXT = GAZETTE_TEMPLATE + ROWS;
const read = (text: string, limits: Partial<ImportLimits> = {}) =>
  importGazetteCsv([Buffer.from(text)], SOURCE, limits);

test('a filled-in template is read', async () => {
  const list = await read(TEXT);
  assert.equal(list.authority, 'LK');
  assert.equal(list.generatedAt, '2026-01-31');
  assert.deepEqual(countsOf(list), { organisations: 1, persons: 1 });
  const [front, person] = list.entries;
  assert.deepEqual(front, {
    reference: 'G-1',
    kind: 'organisation',
    names: [
      { text: 'Grey Heron Front', kind: 'primary', strength: 'unstated', script: 'Latn' },
      { text: 'GHF', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'The Roost', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'Heron Column', kind: 'alias', strength: 'unstated', script: 'Latn' },
    ],
    listedOn: '2024-01-31',
    expiresOn: '2027-01-31',
    updatedOn: null,
    listType: 'Act s. 27 (Gazette 2100/5)',
    nationalities: ['Testland'],
    sameAs: [
      { authority: 'UN', reference: 'TSe.001' },
      { authority: 'IN', reference: '7' },
    ],
  });
  assert.equal(person?.reference, 'ventramont-orlandis-person');
  assert.deepEqual(
    person.names.map(({ kind }) => kind),
    ['primary', 'original_script', 'alias'],
  );
  assert.deepEqual([person.listedOn, person.birthYears], [null, [1965, 1967]]);
  assert.deepEqual(
    list.past.map(({ reference, endedOn }) => [reference, endedOn]),
    [['G-1', '2012-01-01']],
  );
});

test('semicolons, tabs, CRLF, a byte order mark and headings in capitals are fine', async () => {
  const { sha256: _, ...list } = await read(TEXT);
  const bare = TEXT.replaceAll(/^#.*\n/gmu, '').replace(
    '"Ventramont, Orlandis"',
    'Ventramont§ Orlandis',
  );
  for (const delimiter of [';', '\t']) {
    const other = bare.replaceAll(',', delimiter).replace('§', ',');
    const saved = `\uFEFF${other.replace('listed_on', 'Listed On')}`.replaceAll('\n', '\r\n');
    const { sha256: __, ...same } = await read(saved);
    assert.deepEqual(same, list);
  }
});

test('chunk boundaries never change what is read of a gazette', () =>
  readsTheSameInAnyPieces(TEXT, (chunks) => importGazetteCsv(chunks, SOURCE)));

test('the template itself, with nothing filled in, is refused', () =>
  isRefused(read(GAZETTE_TEMPLATE), 'missing_field'));

test('a refusal says which cell is wrong and how to write it', async () => {
  await assert.rejects(read('kind,name,power,listed_on\nperson,Orly,Act,soon\n'), {
    code: 'bad_date',
    line: 2,
    column: 4,
    message: /^listed_on: "soon" is no day; write it as 2024-12-31 \(line 2, column 4\)\. Mend/,
  });
});

const refusals: [name: string, text: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an empty file', '', 'missing_field'],
  ['another table', 'a,b\n1,2\n', 'wrong_columns'],
  ['a misspelt column', TEXT.replace('listed_on,ended_on', 'listed_on,ended'), 'wrong_columns'],
  ['a column twice', TEXT.replace('listed_on,ended_on', 'listed_on,listed_on'), 'wrong_columns'],
  ['a column lacking', 'kind,name\nperson,Orly\n', 'wrong_columns'],
  ['a comma without quotes', TEXT.replaceAll('"', ''), 'wrong_columns'],
  ['another kind', TEXT.replace('Person', 'ship'), 'missing_field'],
  ['no name', TEXT.replace('"Ventramont, Orlandis"', ''), 'missing_field'],
  ['a name without letters', TEXT.replace('"Ventramont, Orlandis"', '12'), 'missing_field'],
  ['no power', TEXT.replace('Act s. 27,,Testland', ',,Testland'), 'missing_field'],
  ['an end before the beginning', TEXT.replace('2012-01-01', '2009-01-01'), 'bad_date'],
  ['a lapse before the beginning', TEXT.replaceAll('2027-01-31', '2020-01-31'), 'bad_date'],
  ['a whole day of birth', TEXT.replace('1967|1965', '12 May 1965'), 'bad_date'],
  ['a reference of no list', TEXT.replaceAll('UN:TSe.001', 'TSe.001'), 'missing_field'],
  ['a reference twice', `${TEXT}G-1,person,Orly,,,,,,Act,,,,\n`, 'duplicate_reference'],
  ['a time twice', TEXT + ROWS.split('\n')[2], 'duplicate_reference'],
  ['a file cut within a quoted cell', TEXT.slice(0, TEXT.indexOf('mont, Or')), 'truncated'],
  ['too many rows', TEXT, 'too_many', { entries: 2 }],
  ['too many names', TEXT, 'too_many', { aliasesPerEntry: 2 }],
];
for (const [name, text, code, limits] of refusals)
  test(`refused of a gazette: ${name}`, () => isRefused(read(text, limits), code));

test('whatever is in the cells, a table is read or refused with a place', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.string(), { maxLength: 5 })), async (rows) => {
      const cells = rows.map((row) =>
        row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
      );
      const text = `kind,name,power,listed_on\n${cells.join('\n')}\n`;
      await read(text).catch((error: unknown) => {
        assert.ok(error instanceof ListRefused && error.line !== null, String(error));
      });
    }),
  ));
