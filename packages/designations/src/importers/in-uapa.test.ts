import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportLimits } from '../reading/limits.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { INVENTED_IN_INDIVIDUALS, INVENTED_IN_ORGANISATIONS } from './in-uapa.test-data.ts';
import { importInUapaIndividuals, importInUapaOrganisations } from './in-uapa.ts';

const organisations = (html: string, limits: Partial<ImportLimits> = {}) =>
  importInUapaOrganisations([Buffer.from(html)], limits);
const individuals = (html: string, limits: Partial<ImportLimits> = {}) =>
  importInUapaIndividuals([Buffer.from(html)], limits);

test('the First Schedule of India is read: names between strokes, without their branches', async () => {
  const list = await organisations(INVENTED_IN_ORGANISATIONS);
  assert.equal(list.authority, 'IN');
  assert.deepEqual(list.entries[0], {
    reference: 'grey-heron-front-organisation',
    kind: 'organisation',
    names: [
      { text: 'Grey Heron Front', kind: 'primary', strength: 'unstated', script: 'Latn' },
      { text: 'Heron Column', kind: 'alias', strength: 'unstated', script: 'Latn' },
      { text: 'GHF', kind: 'alias', strength: 'unstated', script: 'Latn' },
    ],
    listedOn: '2019-02-18',
    updatedOn: null,
    listType: 'Unlawful Activities (Prevention) Act 1967, First Schedule',
  });
  assert.deepEqual(
    list.entries.map(({ names }) => names.map(({ text }) => text)),
    [
      ['Grey Heron Front', 'Heron Column', 'GHF'],
      ['Plover League', 'PL'],
      ['Curlew Union of Testland'],
    ],
  );
});

test('the Fourth Schedule of India is read: aliases, without parents and homes', async () => {
  const list = await individuals(INVENTED_IN_INDIVIDUALS);
  assert.deepEqual(
    list.entries.map(({ reference, names }) => [reference, ...names.map(({ text }) => text)]),
    [
      ['orlandis-ventra-person', 'Orlandis Ventra', 'Orly', 'Lando Plover'],
      ['curlew-ventra-person', 'Curlew Ventra'],
      ['ibis-ventra-person', 'Ibis Ventra', 'Ibby'],
    ],
  );
  assert.equal(
    list.entries[0]?.listType,
    'Unlawful Activities (Prevention) Act 1967, Fourth Schedule',
  );
});

test('an ordered list that leaves its numbers to the browser is read too', async () => {
  const items = '<ol><li>Orlandis Ventra @ Orly</li><li>Ibis Ventra</li></ol>';
  const page = `<html><body><ol><li>Secret menu</li></ol>${items}</body></html>`;
  const list = await individuals(page);
  assert.deepEqual(
    list.entries.map(({ names }) => names.length),
    [2, 1],
  );
});

test('no address, parent, menu or link is kept', async () => {
  const kept = [
    await organisations(INVENTED_IN_ORGANISATIONS),
    await individuals(INVENTED_IN_INDIVIDUALS),
  ];
  assert.doesNotMatch(JSON.stringify(kept), /secret|manifestation|formation/i);
});

test('chunk boundaries never change what is read of India’s schedules', async () => {
  await readsTheSameInAnyPieces(INVENTED_IN_ORGANISATIONS, importInUapaOrganisations);
  await readsTheSameInAnyPieces(INVENTED_IN_INDIVIDUALS, importInUapaIndividuals);
});

test('a page of India’s schedules cut anywhere is refused', async () => {
  await isRefusedWhenCut(INVENTED_IN_ORGANISATIONS, importInUapaOrganisations);
  await isRefusedWhenCut(INVENTED_IN_INDIVIDUALS, importInUapaIndividuals);
});

const refusals: [name: string, html: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an empty file', '', 'not_html'],
  ['another page', '<html><body><p>Sorry</p></body></html>', 'missing_field'],
  [
    'a name without letters',
    INVENTED_IN_ORGANISATIONS.replace('Plover League (PL)', '–'),
    'missing_field',
  ],
  [
    'a name twice',
    INVENTED_IN_ORGANISATIONS.replace('Plover League (PL)', 'Grey Heron Front'),
    'duplicate_reference',
  ],
  ['too long a name', INVENTED_IN_ORGANISATIONS, 'too_long', { fieldLength: 30 }],
  ['too many names', INVENTED_IN_ORGANISATIONS, 'too_many', { aliasesPerEntry: 2 }],
  ['too many entries', INVENTED_IN_ORGANISATIONS, 'too_many', { entries: 2 }],
];
for (const [name, html, code, limits] of refusals)
  test(`refused of India’s First Schedule: ${name}`, () =>
    isRefused(organisations(html, limits), code));
