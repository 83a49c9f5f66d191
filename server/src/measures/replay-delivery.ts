import type { Trx } from '../platform/database/index.ts';
import { notFound, refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { lockDelivery, updateDelivery, wasOvertaken } from './delivery-store.ts';
import { findEndpoint } from './endpoint-store.ts';
import { callFor } from './queue-delivery.ts';
import { liveStates } from './states.ts';
import { findMeasure } from './store.ts';

/**
 * Gives a dead message its attempts again. Refused where it would undo what came later.
 * @throws ProblemError not-found, conflict
 */
export async function replayDelivery(
  platform: Platform,
  trx: Trx,
  deskId: string,
  deliveryId: string,
): Promise<void> {
  const row = await lockDelivery(trx, deskId, deliveryId);
  if (row === undefined) throw notFound('delivery');
  if (row.state !== 'dead') throw refusal('message-not-dead');
  const endpoint = await findEndpoint(trx, deskId, row.endpoint_id);
  if (endpoint === undefined || endpoint.state === 'gone') throw refusal('message-endpoint-gone');
  if (await wasOvertaken(trx, row)) throw refusal('message-overtaken');
  if (row.event === 'measure.applied' && row.measure_id !== null) {
    const measure = await findMeasure(trx, deskId, row.measure_id);
    if (measure !== undefined && !liveStates.includes(measure.state)) throw refusal('measure-over');
  }
  const now = platform.clock.now();
  await updateDelivery(trx, row, {
    state: 'queued',
    attempts: 0,
    due_at: now,
    lease_until: null,
  });
  await callFor(platform, trx, deskId, deliveryId);
}
