import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isRefused, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { applyFtmDelta } from './ftm-delta.ts';
import { INVENTED_FTM, linesOf } from './ftm.test-data.ts';
import { ftmList, readFtm, type FtmSource } from './ftm.ts';

const SOURCE: FtmSource = { authority: 'XA', listName: 'Test list', generatedAt: '2024-06-01' };
const bytesOf = (objects: readonly object[]) => [Buffer.from(linesOf(objects))];
const listed = { id: 'keep', schema: 'Person', caption: 'Kept' };
const KEPT = { ...listed, properties: { name: ['Kept'], topics: ['sanction'] } };

/** A few ids only, so that editions share entities, and sanctions point at people who come and go. */
const entity = fc.record({
  id: fc.constantFrom('p-1', 'p-2', 'p-3', 'o-1'),
  schema: fc.constantFrom('Person', 'Organization', 'Vessel'),
  caption: fc.constant('Orly'),
  properties: fc.record({
    name: fc.uniqueArray(fc.constantFrom('Orly', 'Ventra', 'Plover'), { minLength: 1 }),
    topics: fc.subarray(['sanction', 'crime.terror', 'role.pep']),
  }),
});
const day = fc.constantFrom('2015-01-02', '2016-03', '2018', '2019-05-06', '2030-01-01');
const sanction = fc.record({
  id: fc.constantFrom('s-1', 's-2', 's-3'),
  schema: fc.constant('Sanction'),
  properties: fc.record(
    {
      entity: fc.subarray(['p-1', 'p-2', 'o-1']),
      program: fc.subarray(['A', 'B']),
      startDate: fc.array(day, { maxLength: 2 }),
      endDate: fc.array(day, { maxLength: 1 }),
    },
    { requiredKeys: ['entity'] },
  ),
});
const edition = fc
  .uniqueArray(fc.oneof(entity, sanction), { selector: ({ id }) => id, maxLength: 7 })
  .map((objects) => [KEPT, ...objects]);

test('an edition brought up to date by a delta equals the next edition read whole', () =>
  fc.assert(
    fc.asyncProperty(edition, edition, async (before, after) => {
      const ids = new Set(before.map(({ id }) => id));
      const next = new Set(after.map(({ id }) => id));
      const delta = [
        ...before
          .filter(({ id }) => !next.has(id))
          .map(({ id }) => ({ op: 'DEL', entity: { id } })),
        ...after.map((each) => ({ op: ids.has(each.id) ? 'MOD' : 'ADD', entity: each })),
      ];
      const brought = await applyFtmDelta(await readFtm(bytesOf(before)), bytesOf(delta));
      const anew = await readFtm(bytesOf(after));
      const { sha256: _, ...list } = ftmList(brought, SOURCE);
      const { sha256: __, ...whole } = ftmList(anew, SOURCE);
      assert.deepEqual(list, whole);
      const again = await applyFtmDelta(brought, bytesOf(delta));
      assert.deepEqual(again.records, brought.records);
    }),
    { numRuns: 300 },
  ));

test('a delta refused half way changes nothing', async () => {
  const before = await readFtm(bytesOf(INVENTED_FTM));
  const held = [...before.records.keys()];
  const delta = `${linesOf([{ op: 'DEL', entity: { id: 'p-1' } }])}{"op":"MO`;
  await isRefused(applyFtmDelta(before, [Buffer.from(delta)]), 'truncated');
  assert.deepEqual([...before.records.keys()], held);
});

test('chunk boundaries never change what a delta does', async () => {
  const before = await readFtm(bytesOf(INVENTED_FTM));
  const delta = linesOf([
    { op: 'DEL', entity: { id: 'p-1' } },
    { op: 'MOD', entity: KEPT },
  ]);
  await readsTheSameInAnyPieces(delta, (chunks) => applyFtmDelta(before, chunks));
});

const refusals: [name: string, lines: string, code: string][] = [
  ['another op', linesOf([{ op: 'PUT', entity: KEPT }]), 'missing_field'],
  ['entities that are no delta', linesOf(INVENTED_FTM), 'missing_field'],
  ['a DEL of nothing', linesOf([{ op: 'DEL', entity: {} }]), 'missing_field'],
  ['an ADD of nothing', linesOf([{ op: 'ADD' }]), 'not_json'],
  ['an index of deltas', '{"versions":\n{}}\n', 'not_json'],
];
for (const [name, lines, code] of refusals)
  test(`refused of a delta: ${name}`, async () => {
    const before = await readFtm(bytesOf(INVENTED_FTM));
    await isRefused(applyFtmDelta(before, [Buffer.from(lines)]), code);
  });
