import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportLimits } from '../reading/limits.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { INVENTED_SG_PAGE } from './sg-tsfa.test-data.ts';
import { importSgTsfa } from './sg-tsfa.ts';

const read = (html: string, limits: Partial<ImportLimits> = {}) =>
  importSgTsfa([Buffer.from(html)], limits);

test('the First Schedule is read, and nothing but its own items', async () => {
  const list = await read(INVENTED_SG_PAGE);
  assert.deepEqual([list.authority, list.generatedAt], ['SG', '2025-11-27']);
  assert.deepEqual(list.entries[0], {
    reference: 'orlandis-s-o-ventra-person',
    kind: 'person',
    names: [
      { text: 'Orlandis s/o Ventra', kind: 'primary', strength: 'unstated', script: 'Latn' },
      { text: 'Orly', kind: 'alias', strength: 'unstated', script: 'Latn' },
    ],
    listedOn: null,
    updatedOn: null,
    listType: 'Terrorism (Suppression of Financing) Act 2002, First Schedule',
    nationalities: ['Testland'],
    birthYears: [1965],
  });
  assert.deepEqual(
    list.entries.map(({ kind, birthYears, names }) => [kind, birthYears, names.at(-1)?.text]),
    [
      ['person', [1965], 'Orly'],
      ['person', [1987], 'Lando Plover'],
      ['organisation', undefined, 'The Roost'],
      ['organisation', undefined, 'Curlew Union'],
    ],
  );
});

test('what is wrong in an item is told by its line', async () => {
  const wrong = INVENTED_SG_PAGE.replace('Lando Plover', '');
  await assert.rejects(read(wrong), { line: 16, message: /no name .* \(line 16, / });
});

test('no paper, day of birth or other provision is kept', async () => {
  const kept = JSON.stringify(await read(INVENTED_SG_PAGE));
  assert.doesNotMatch(kept, /secret|X1234567|Y7654321|December|April|passport|deleted/i);
});

test('chunk boundaries never change what is read of the First Schedule', () =>
  readsTheSameInAnyPieces(INVENTED_SG_PAGE, importSgTsfa));

test('a page of the First Schedule cut anywhere is refused', () =>
  isRefusedWhenCut(INVENTED_SG_PAGE, importSgTsfa));

const refusals: [name: string, html: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an empty file', '', 'not_html'],
  ['another page', '<html><body><p>Sorry</p></body></html>', 'missing_field'],
  [
    'another schedule',
    INVENTED_SG_PAGE.replaceAll(/first schedule/gi, 'Third Schedule'),
    'missing_field',
  ],
  ['an item without a name', INVENTED_SG_PAGE.replace('Lando Plover', ''), 'missing_field'],
  [
    'a name twice',
    INVENTED_SG_PAGE.replace('Lando Plover', 'Orlandis s/o Ventra'),
    'duplicate_reference',
  ],
  ['too long an item', INVENTED_SG_PAGE, 'too_long', { fieldLength: 50 }],
  ['too many names', INVENTED_SG_PAGE, 'too_many', { aliasesPerEntry: 1 }],
  ['too many items', INVENTED_SG_PAGE, 'too_many', { entries: 2 }],
  ['too many bytes', INVENTED_SG_PAGE, 'too_large', { bytes: 500 }],
];
for (const [name, html, code, limits] of refusals)
  test(`refused of the First Schedule: ${name}`, () => isRefused(read(html, limits), code));
