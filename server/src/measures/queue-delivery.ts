import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { insertDelivery } from './delivery-store.ts';
import { measureMessage } from './message.ts';
import type { DeliveryEvent, DeliveryTable, MeasureTable } from './tables.ts';

/** The queue of messages to send. */
export const deliverJob = 'deliver';

type Parts = Pick<Platform, 'clock' | 'jobs'>;
type NewDelivery = Pick<
  DeliveryTable,
  'desk_id' | 'endpoint_id' | 'measure_id' | 'decision_id' | 'lane' | 'event' | 'body'
>;

/** Queues what is to be told of a measure to these endpoints, in the caller's transaction. */
export async function queueMessages(
  platform: Parts,
  trx: Trx,
  measure: MeasureTable,
  event: DeliveryEvent,
  endpointIds: readonly string[],
  noticeUrl: string | null,
): Promise<void> {
  const body = measureMessage(event, measure, noticeUrl, platform.clock.now());
  for (const endpointId of endpointIds)
    await queueDelivery(platform, trx, {
      desk_id: measure.desk_id,
      endpoint_id: endpointId,
      measure_id: measure.measure_id,
      decision_id: measure.decision_id,
      lane: laneOf(measure),
      event,
      body,
    });
}

/** Queues one message; the same one twice is one. @returns its id */
export async function queueDelivery(
  platform: Parts,
  trx: Trx,
  delivery: NewDelivery,
): Promise<string> {
  const now = platform.clock.now();
  const deliveryId = newId();
  const isNew = await insertDelivery(trx, {
    ...delivery,
    delivery_id: deliveryId,
    state: 'queued',
    attempts: 0,
    due_at: now,
    lease_until: null,
    last_status: null,
    last_error: null,
    created_at: now,
    delivered_at: null,
    first_attempt_at: null,
  });
  if (isNew) await callFor(platform, trx, delivery.desk_id, deliveryId);
  return deliveryId;
}

/** Asks for a delivery to be sent, now or at a time. The sweep would find it too; this is sooner. */
export async function callFor(
  platform: Pick<Platform, 'jobs'>,
  trx: Trx,
  deskId: string,
  deliveryId: string,
  at?: Date,
): Promise<void> {
  await platform.jobs.enqueue(
    trx,
    deliverJob,
    { deskId, deliveryId },
    at === undefined ? { key: deliveryId } : { key: deliveryId, startAfter: at },
  );
}

/**
 * What must arrive in order: everything about one kind of measure on one subject. Without it an old
 * reversal, sent again after an outage, would undo a newer measure.
 */
function laneOf({ kind, subject, item_external_id, actor_external_id }: MeasureTable): string {
  return `${kind} ${subject} ${subject === 'item' ? item_external_id : actor_external_id}`;
}
