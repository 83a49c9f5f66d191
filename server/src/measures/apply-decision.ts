import { recallItems } from '../cases/index.ts';
import { readDecision, type StoredDecision } from '../decisions/index.ts';
import { readItem } from '../intake/index.ts';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { DeskEvents } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { endpointsInUse } from './endpoint-store.ts';
import type { NoticeUrl } from './message.ts';
import { queueMessages } from './queue-delivery.ts';
import { liveStates } from './states.ts';
import { insertMeasure, lockMeasureOf, updateMeasure } from './store.ts';
import type { MeasureTable } from './tables.ts';

/** The queue of measures that end at a time. */
export const endJob = 'end-measure';

/**
 * Carries a decision out, in its transaction: the measure, and a message to every endpoint. A decision
 * that completes an emergency override and does the same takes its measure over, so that the platform
 * never lets go in between.
 */
export async function applyDecision(
  platform: Platform,
  trx: Trx,
  { deskId, decisionId, kind, takesOverFrom }: DeskEvents['decision.effective'],
  noticeUrl: NoticeUrl,
): Promise<void> {
  if (kind !== 'measure') return;
  const decision = await readDecision(trx, deskId, decisionId);
  const wanted = await measureFor(platform, trx, decision);
  const before =
    takesOverFrom === null ? undefined : await lockMeasureOf(trx, deskId, takesOverFrom);
  const measure =
    before !== undefined && isTheSame(before, wanted)
      ? await updateMeasure(trx, before, { decision_id: decisionId, ends_at: wanted.ends_at })
      : await insertMeasure(trx, wanted);
  const measureId = measure.measure_id;
  if (measure.ends_at !== null)
    await platform.jobs.enqueue(
      trx,
      endJob,
      { deskId, measureId },
      { key: `${measureId} ${decisionId}`, startAfter: measure.ends_at },
    );
  await recordEvent(platform, trx, deskId, {
    kind: 'measure.applied',
    subjectId: measureId,
    event: {
      measure_id: measureId,
      decision_id: decisionId,
      kind: measure.kind,
      starts_at: measure.starts_at.toISOString(),
      ends_at: measure.ends_at?.toISOString() ?? null,
    },
  });
  const endpoints = await endpointsInUse(trx, deskId);
  const url = endpoints.length === 0 ? null : await noticeUrl(trx, deskId, decisionId);
  await queueMessages(platform, trx, measure, 'measure.applied', endpoints, url);
}

async function measureFor(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  decision: StoredDecision,
): Promise<MeasureTable> {
  const { desk_id: deskId, assessment, measure, subject, item_id: itemId } = decision;
  if (assessment === null || measure === null)
    throw new Error(`Decision ${decision.decision_id} has no measure to carry out.`);
  const now = platform.clock.now();
  const item =
    subject === 'item' && itemId !== null
      ? await readItem(trx, deskId, { recall: recallItems }, itemId)
      : null;
  return {
    desk_id: deskId,
    measure_id: newId(),
    decision_id: decision.decision_id,
    decision_carries: true,
    kind: measure,
    subject,
    item_external_id: item?.external_id ?? null,
    actor_external_id: decision.actor_external_id,
    target: assessment.scope.target,
    territories: assessment.scope.territories,
    starts_at: decision.effective_at ?? now,
    ends_at: earliest(assessment.scope.until, decision.override_expires_at),
    state: 'queued',
    ended_because: null,
    ended_at: null,
    created_at: now,
    version: 1,
  };
}

/** A platform that we can no longer reach still lets an emergency measure go in time. */
function earliest(until: string | null, overrideEnds: Date | null): Date | null {
  if (until === null) return overrideEnds;
  const end = new Date(until);
  return overrideEnds !== null && overrideEnds < end ? overrideEnds : end;
}

function isTheSame(before: MeasureTable, wanted: MeasureTable): boolean {
  const same = ['kind', 'subject', 'item_external_id', 'actor_external_id', 'target'] as const;
  return (
    liveStates.includes(before.state) &&
    same.every((field) => before[field] === wanted[field]) &&
    [before.territories].flat().toSorted().join() === [wanted.territories].flat().toSorted().join()
  );
}
