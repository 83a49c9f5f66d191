import { readDecision } from '../decisions/index.ts';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { DeskEvents } from '../platform/events.ts';
import type { Platform } from '../platform/platform.ts';
import { endpointsTold } from './delivery-store.ts';
import { endpointsInUse } from './endpoint-store.ts';
import type { NoticeUrl } from './message.ts';
import { queueMessages } from './queue-delivery.ts';
import { endEvents, liveStates } from './states.ts';
import { findMeasure, lockMeasureOf, updateMeasure } from './store.ts';
import type { MeasureTable } from './tables.ts';

type Because = NonNullable<MeasureTable['ended_because']>;

/** Undoes what was done for a decision that no longer stands, in its transaction. */
export async function undoDecision(
  platform: Platform,
  trx: Trx,
  { deskId, decisionId, because }: DeskEvents['decision.reversed'],
  noticeUrl: NoticeUrl,
): Promise<void> {
  const measure = await lockMeasureOf(trx, deskId, decisionId);
  if (measure !== undefined) await endMeasure(platform, trx, measure, because, noticeUrl);
}

/** Ends a measure whose time has come; anything else is left alone. */
export async function expireMeasure(
  platform: Platform,
  deskId: string,
  measureId: string,
  noticeUrl: NoticeUrl,
): Promise<void> {
  await platform.database.inDesk(deskId, async (trx) => {
    const measure = await findMeasure(trx, deskId, measureId, true);
    if (!measure?.ends_at || measure.ends_at > platform.clock.now()) return;
    const { override_expires_at: emergency } = await readDecision(trx, deskId, measure.decision_id);
    const ranOut = emergency !== null && emergency.getTime() === measure.ends_at.getTime();
    await endMeasure(platform, trx, measure, ranOut ? 'override_expired' : 'expired', noticeUrl);
  });
}

async function endMeasure(
  platform: Platform,
  trx: Trx,
  measure: MeasureTable,
  because: Because,
  noticeUrl: NoticeUrl,
): Promise<void> {
  if (!liveStates.includes(measure.state)) return;
  const { desk_id: deskId, measure_id: measureId } = measure;
  const told = await endpointsTold(trx, deskId, measureId, 'measure.applied');
  const ended = await updateMeasure(trx, measure, {
    // Nobody was told that it began, so nobody needs to be told that it is over.
    state: told.length === 0 ? 'ended' : 'ending',
    ended_because: because,
    ended_at: platform.clock.now(),
  });
  await recordEvent(platform, trx, deskId, {
    kind: 'measure.ended',
    subjectId: measureId,
    event: { measure_id: measureId, decision_id: measure.decision_id, because },
  });
  if (told.length > 0) await tellEnd(platform, trx, ended, noticeUrl);
  await platform.events.tell(trx, 'measure.ended', { deskId, measureId });
}

/**
 * Tells every endpoint that was, or will be, told of the beginning. Where one of them is gone, its
 * platform listens elsewhere now, so all that are in use are told.
 */
export async function tellEnd(
  platform: Platform,
  trx: Trx,
  measure: MeasureTable,
  noticeUrl: NoticeUrl,
): Promise<void> {
  const { desk_id: deskId, measure_id: measureId, ended_because: because } = measure;
  if (because === null) return;
  const told = await endpointsTold(trx, deskId, measureId, 'measure.applied');
  const inUse = await endpointsInUse(trx, deskId);
  const oneIsGone = told.some((one) => one.endpoint_state === 'gone');
  const reached = new Set(told.map((one) => one.endpoint_id));
  const endpoints = inUse.filter((id) => oneIsGone || reached.has(id));
  const url = await noticeUrl(trx, deskId, measure.decision_id);
  await queueMessages(platform, trx, measure, endEvents[because], endpoints, url);
}
