import type { Delivery } from '@commonweal/contract';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';
import type { DeliveryEvent, DeliveryTable } from './tables.ts';

/** A delivery with the name of where it goes. */
export interface NamedDelivery extends DeliveryTable {
  readonly endpoint_name: string;
}

/** Due now, held by nobody, first of its lane, and its endpoint listening. `d` is the delivery. */
function sendable(now: Date) {
  return sql<boolean>`d.state = 'queued' and d.due_at <= ${now}
    and (d.lease_until is null or d.lease_until <= ${now})
    and exists (select 1 from endpoint e
      where e.desk_id = d.desk_id and e.endpoint_id = d.endpoint_id and e.state = 'active')
    and not exists (select 1 from delivery earlier
      where earlier.desk_id = d.desk_id and earlier.endpoint_id = d.endpoint_id
        and earlier.lane = d.lane and earlier.state = 'queued'
        and earlier.delivery_id < d.delivery_id)`;
}

/**
 * Takes a delivery for sending, if nobody else has it: compare and set, so that of two workers one
 * finds nothing.
 */
export async function leaseDelivery(
  trx: Trx,
  deskId: string,
  deliveryId: string,
  now: Date,
  until: Date,
): Promise<DeliveryTable | undefined> {
  const { rows } = await sql<DeliveryTable>`
    update delivery d
    set lease_until = ${until}, first_attempt_at = coalesce(d.first_attempt_at, ${now})
    where d.desk_id = ${deskId} and d.delivery_id = ${deliveryId} and ${sendable(now)}
    returning d.*`.execute(trx);
  return rows[0];
}

/** Ids of deliveries that could be sent now, longest due first. */
export async function dueDeliveries(
  trx: Trx,
  deskId: string,
  now: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ delivery_id: string }>`
    select d.delivery_id from delivery d
    where d.desk_id = ${deskId} and ${sendable(now)}
    order by d.due_at, d.delivery_id limit ${limit}`.execute(trx);
  return rows.map((row) => row.delivery_id);
}

/** Stores a delivery unless this message to this endpoint is there already; tells whether it did. */
export async function insertDelivery(trx: Trx, row: DeliveryTable): Promise<boolean> {
  const result = await trx
    .insertInto('delivery')
    .values(row)
    .onConflict((on) =>
      on.columns(['desk_id', 'measure_id', 'decision_id', 'endpoint_id', 'event']).doNothing(),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One delivery, locked. */
export async function lockDelivery(
  trx: Trx,
  deskId: string,
  deliveryId: string,
): Promise<DeliveryTable | undefined> {
  return trx
    .selectFrom('delivery')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('delivery_id', '=', deliveryId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateDelivery(
  trx: Trx,
  row: DeliveryTable,
  change: Partial<DeliveryTable>,
): Promise<void> {
  await trx
    .updateTable('delivery')
    .set(change)
    .where('desk_id', '=', row.desk_id)
    .where('delivery_id', '=', row.delivery_id)
    .execute();
}

/** The message that waits behind this one in its lane. */
export async function nextInLane(trx: Trx, row: DeliveryTable): Promise<string | undefined> {
  const next = await trx
    .selectFrom('delivery')
    .select('delivery_id')
    .where('desk_id', '=', row.desk_id)
    .where('endpoint_id', '=', row.endpoint_id)
    .where('lane', '=', row.lane)
    .where('state', '=', 'queued')
    .where('delivery_id', '>', row.delivery_id)
    .orderBy('delivery_id')
    .limit(1)
    .executeTakeFirst();
  return next?.delivery_id;
}

/** Whether a later message of the lane has arrived. */
export async function wasOvertaken(trx: Trx, row: DeliveryTable): Promise<boolean> {
  const later = await trx
    .selectFrom('delivery')
    .select('delivery_id')
    .where('desk_id', '=', row.desk_id)
    .where('endpoint_id', '=', row.endpoint_id)
    .where('lane', '=', row.lane)
    .where('state', '=', 'delivered')
    .where('delivery_id', '>', row.delivery_id)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

/** Where a measure was told, or will be, with the state of each endpoint. */
export async function endpointsTold(
  trx: Trx,
  deskId: string,
  measureId: string,
  event: DeliveryEvent,
) {
  return trx
    .selectFrom('delivery as d')
    .innerJoin('endpoint as e', (join) =>
      join.onRef('e.desk_id', '=', 'd.desk_id').onRef('e.endpoint_id', '=', 'd.endpoint_id'),
    )
    .select(['d.endpoint_id', 'd.state', 'e.state as endpoint_state'])
    .where('d.desk_id', '=', deskId)
    .where('d.measure_id', '=', measureId)
    .where('d.event', '=', event)
    .execute();
}

/** Gives up on all that still waits for an endpoint. */
export async function killQueued(
  trx: Trx,
  deskId: string,
  endpointId: string,
  reason: string,
): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ state: 'dead', due_at: null, lease_until: null, last_error: reason })
    .where('desk_id', '=', deskId)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'queued')
    .execute();
}

/** How many messages still wait for an endpoint. */
export async function countQueued(trx: Trx, deskId: string, endpointId: string): Promise<number> {
  const row = await trx
    .selectFrom('delivery')
    .select(sql<number>`count(*)`.as('count'))
    .where('desk_id', '=', deskId)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return row?.count ?? 0;
}

export interface DeliveryFilter {
  readonly deliveryId?: string;
  readonly measureId?: string;
  readonly state?: Delivery['state'] | undefined;
  readonly before?: string | null;
  readonly limit: number;
}

/** Deliveries, newest first; one more than the limit. */
export async function listDeliveries(
  trx: Trx,
  deskId: string,
  filter: DeliveryFilter,
): Promise<NamedDelivery[]> {
  let query = trx
    .selectFrom('delivery as d')
    .innerJoin('endpoint as e', (join) =>
      join.onRef('e.desk_id', '=', 'd.desk_id').onRef('e.endpoint_id', '=', 'd.endpoint_id'),
    )
    .selectAll('d')
    .select('e.name as endpoint_name')
    .where('d.desk_id', '=', deskId);
  if (filter.deliveryId !== undefined) query = query.where('d.delivery_id', '=', filter.deliveryId);
  if (filter.measureId !== undefined) query = query.where('d.measure_id', '=', filter.measureId);
  if (filter.state !== undefined) query = query.where('d.state', '=', filter.state);
  if (filter.before) query = query.where('d.delivery_id', '<', filter.before);
  return query
    .orderBy('d.delivery_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}
