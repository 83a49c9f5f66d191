import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import type { Accepted } from './accepted.ts';
import type { ListeningPlatform } from './listening-platform.ts';

/** Checks that all that was accepted is in the database, and nothing of it twice. */
export async function checkStored(trx: Trx, accepted: Accepted): Promise<void> {
  const { rows: items } = await sql<{ external_id: string; item_id: string }>`
    select external_id, item_id::text from item`.execute(trx);
  const stored = new Map(items.map((row) => [row.external_id, row.item_id]));
  assert.equal(items.length, stored.size, 'no item is there twice');
  for (const [externalId, itemId] of accepted.items)
    assert.equal(stored.get(externalId), itemId, `the item ${externalId} is there`);

  const { rows: reports } = await sql<{
    id: string;
  }>`select report_id::text as id from report`.execute(trx);
  const storedReports = new Set(reports.map(({ id }) => id));
  const lost = [...accepted.reports].filter((id) => !storedReports.has(id));
  assert.deepEqual(lost, [], 'every report is there');

  const { rows: decisions } = await sql<{
    id: string;
    kind: string;
    state: string;
    measures: number;
  }>`
    select d.decision_id::text as id, d.kind, d.state,
      (select count(*)::int from measure m
        where m.desk_id = d.desk_id and m.decision_id = d.decision_id) as measures
    from decision d`.execute(trx);
  const storedDecisions = new Map(decisions.map((row) => [row.id, row]));
  assert.equal(storedDecisions.size, accepted.decisions.size, 'no case was decided twice');
  for (const [id, { kind, reversed }] of accepted.decisions)
    assert.deepEqual(storedDecisions.get(id), {
      id,
      kind,
      state: reversed ? 'reversed' : 'effective',
      measures: kind === 'measure' ? 1 : 0,
    });
}

/** Checks that what was decided took effect at the platform once, and was undone after and not before. */
export async function checkEffects(
  trx: Trx,
  accepted: Accepted,
  platform: ListeningPlatform,
): Promise<void> {
  assert.deepEqual(platform.complaints, []);
  const { rows: measures } = await sql<{ id: string; decision: string; state: string }>`
    select measure_id::text as id, decision_id::text as decision, state from measure`.execute(trx);
  const effects = Map.groupBy(platform.effects, (effect) => effect.measureId);
  for (const { id, decision, state } of measures) {
    const reversed = accepted.decisions.get(decision)?.reversed ?? false;
    assert.deepEqual(
      effects.get(id)?.map(({ type }) => type),
      reversed ? ['measure.applied', 'measure.reversed'] : ['measure.applied'],
    );
    assert.equal(state, reversed ? 'ended' : 'sent');
  }
  assert.equal(effects.size, measures.length, 'nothing took effect without a measure');
}

/** Checks that nobody holds anything for ever: no message, no job, no reply half given. */
export async function checkNothingHeld(trx: Trx): Promise<void> {
  const { rows } = await sql<{ deliveries: number; cases: number; replies: number }>`
    select
      (select count(*)::int from delivery where state <> 'delivered' or lease_until is not null) as deliveries,
      (select count(*)::int from review_case where state <> 'decided' and claimed_by is not null) as cases,
      (select count(*)::int from idempotency where reply is null) as replies`.execute(trx);
  assert.deepEqual(rows, [{ deliveries: 0, cases: 0, replies: 0 }]);
}
