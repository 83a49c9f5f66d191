import type { Delivery, Endpoint, Measure, Receipt } from '@commonweal/contract';
import type { NamedDelivery } from './delivery-store.ts';
import type { EndpointTable, MeasureTable, ReceiptTable } from './tables.ts';

export function presentMeasure(row: MeasureTable): Measure {
  return {
    measure_id: row.measure_id,
    decision_id: row.decision_id,
    kind: row.kind,
    subject: row.subject,
    item_external_id: row.item_external_id,
    actor_external_id: row.actor_external_id,
    target: row.target,
    territories: row.territories,
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at?.toISOString() ?? null,
    state: row.state,
    ended_because: row.ended_because,
    ended_at: row.ended_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
  };
}

export function presentDelivery(row: NamedDelivery): Delivery {
  return {
    delivery_id: row.delivery_id,
    measure_id: row.measure_id,
    endpoint_id: row.endpoint_id,
    endpoint_name: row.endpoint_name,
    event: row.event,
    state: row.state,
    attempts: row.attempts,
    next_attempt_at: row.due_at?.toISOString() ?? null,
    last_status: row.last_status,
    last_error: row.last_error,
    created_at: row.created_at.toISOString(),
    delivered_at: row.delivered_at?.toISOString() ?? null,
  };
}

/** An endpoint without its secrets. */
export function presentEndpoint(row: EndpointTable): Endpoint {
  return {
    endpoint_id: row.endpoint_id,
    name: row.name,
    url: row.url,
    state: row.state,
    public_key: row.public_key,
    created_at: row.created_at.toISOString(),
    version: row.version,
  };
}

export function presentReceipt(row: ReceiptTable): Receipt {
  return {
    receipt_id: row.receipt_id,
    effect: row.effect,
    detail: row.detail,
    at: row.at.toISOString(),
  };
}
