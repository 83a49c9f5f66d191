import { recordEvent } from '../ledger/index.ts';
import { later } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import {
  endpointsTold,
  killQueued,
  lockDelivery,
  nextInLane,
  updateDelivery,
} from './delivery-store.ts';
import { findEndpoint, updateEndpoint } from './endpoint-store.ts';
import { finishEnds, isToldEverywhere } from './finish-ends.ts';
import type { PostResult } from './post-message.ts';
import { callFor } from './queue-delivery.ts';
import { meaningOf, readRetryAfter, waitAfter } from './schedule.ts';
import { afterDelivery } from './states.ts';
import { findMeasure, updateMeasure } from './store.ts';
import type { DeliveryTable } from './tables.ts';

type Outcome = 'delivered' | 'gone' | 'failed' | 'dead';

/** Keeps what came of an attempt, and lets what waited behind it go. */
export async function settleDelivery(
  platform: Platform,
  sent: DeliveryTable,
  result: PostResult,
): Promise<Outcome> {
  const { desk_id: deskId, delivery_id: deliveryId } = sent;
  return platform.database.inDesk(deskId, async (trx) => {
    // The measure first: two endpoints answering at once must see each other's answer.
    if (sent.measure_id !== null) await findMeasure(trx, deskId, sent.measure_id, true);
    const row = await lockDelivery(trx, deskId, deliveryId);
    if (row === undefined || row.state !== 'queued') return 'delivered';
    const meaning = result.status === null ? 'failed' : meaningOf(result.status);
    // Somebody else has taken it over meanwhile: only good news is still ours to tell.
    if (meaning === 'failed' && row.lease_until?.getTime() !== sent.lease_until?.getTime())
      return 'failed';
    const outcome = await keep(platform, trx, row, result, meaning);
    if (outcome !== 'failed') {
      const next = await nextInLane(trx, row);
      if (next !== undefined) await callFor(platform, trx, deskId, next);
    }
    return outcome;
  });
}

async function keep(
  platform: Platform,
  trx: Trx,
  row: DeliveryTable,
  result: PostResult,
  meaning: ReturnType<typeof meaningOf>,
): Promise<Outcome> {
  const now = platform.clock.now();
  const attempts = row.attempts + 1;
  const known = { attempts, lease_until: null, last_status: result.status };
  if (meaning === 'delivered') {
    await updateDelivery(trx, row, {
      ...known,
      state: 'delivered',
      due_at: null,
      delivered_at: now,
      last_error: null,
    });
    await advanceMeasure(platform, trx, row);
    return 'delivered';
  }
  const last_error = errorOf(result);
  if (meaning === 'gone') {
    await updateDelivery(trx, row, { ...known, state: 'dead', due_at: null, last_error });
    await endpointIsGone(platform, trx, row);
    return 'gone';
  }
  const retryAfter = result.status === null ? null : readRetryAfter(result.retryAfter, now);
  const wait = waitAfter(attempts, result.status, retryAfter, Math.random());
  if (wait === null) {
    await updateDelivery(trx, row, { ...known, state: 'dead', due_at: null, last_error });
    return 'dead';
  }
  const due = later(now, wait);
  await updateDelivery(trx, row, { ...known, due_at: due, last_error });
  await callFor(platform, trx, row.desk_id, row.delivery_id, due);
  return 'failed';
}

/** What a delivered message makes of its measure; an end counts once every endpoint in use was told. */
async function advanceMeasure(platform: Platform, trx: Trx, row: DeliveryTable): Promise<void> {
  const { desk_id: deskId, measure_id: measureId, event } = row;
  if (measureId === null) return;
  const measure = await findMeasure(trx, deskId, measureId, true);
  if (measure === undefined) return;
  const next = afterDelivery[event][measure.state];
  if (next === 'ended') {
    const told = await endpointsTold(trx, deskId, measureId, event);
    if (!isToldEverywhere(told)) return;
  }
  if (next !== undefined) await updateMeasure(trx, measure, { state: next });
  if (event !== 'measure.applied') return;
  if (next === 'sent')
    await recordEvent(platform, trx, deskId, {
      kind: 'measure.delivered',
      subjectId: measureId,
      event: { measure_id: measureId, decision_id: measure.decision_id },
    });
  await platform.events.tell(trx, 'measure.delivered', { deskId, measureId });
}

/** 410: the receiver says that it is gone for good, so nothing more is sent to it. */
async function endpointIsGone(platform: Platform, trx: Trx, row: DeliveryTable): Promise<void> {
  const { desk_id: deskId, endpoint_id: endpointId } = row;
  const endpoint = await findEndpoint(trx, deskId, endpointId, true);
  if (endpoint === undefined || endpoint.state === 'gone') return;
  await updateEndpoint(trx, endpoint, { state: 'gone' });
  await killQueued(trx, deskId, endpointId, 'The endpoint said that it is gone (410).');
  await finishEnds(trx, deskId);
  await recordEvent(platform, trx, deskId, {
    kind: 'endpoint.gone',
    subjectId: endpointId,
    event: { endpoint_id: endpointId },
  });
}

function errorOf(result: PostResult): string {
  if (result.status === null) return result.error;
  const redirects = result.status >= 300 && result.status < 400;
  return `The endpoint answered ${result.status}${redirects ? '; redirects are not followed' : ''}.`;
}
