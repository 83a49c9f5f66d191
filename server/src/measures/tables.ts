import type { Delivery, Endpoint, Measure, Receipt } from '@commonweal/contract';

/** What is told to an endpoint. */
export type DeliveryEvent =
  | 'measure.applied'
  | 'measure.reversed'
  | 'measure.ended'
  | 'notice.available'
  | 'test.ping';

export interface EndpointTable {
  desk_id: string;
  endpoint_id: string;
  name: string;
  url: string;
  state: Endpoint['state'];
  public_key: string;
  sealed_secret: Buffer;
  sealed_private_key: Buffer;
  created_at: Date;
  removed_at: Date | null;
  version: number;
}

export interface MeasureTable {
  desk_id: string;
  measure_id: string;
  decision_id: string;
  /** Always true: with it the foreign key reaches only decisions that carry a measure. */
  decision_carries: boolean;
  kind: Measure['kind'];
  subject: Measure['subject'];
  item_external_id: string | null;
  actor_external_id: string | null;
  target: string;
  territories: Measure['territories'];
  starts_at: Date;
  ends_at: Date | null;
  state: Measure['state'];
  ended_because: Measure['ended_because'];
  ended_at: Date | null;
  created_at: Date;
  version: number;
}

export interface DeliveryTable {
  desk_id: string;
  delivery_id: string;
  endpoint_id: string;
  measure_id: string | null;
  decision_id: string | null;
  /** Messages of one lane to one endpoint go one after the other, in the order of their ids. */
  lane: string;
  event: DeliveryEvent;
  /** The very bytes sent, at every attempt. */
  body: string;
  state: Delivery['state'];
  attempts: number;
  due_at: Date | null;
  /** While in the future, somebody is sending it. */
  lease_until: Date | null;
  last_status: number | null;
  last_error: string | null;
  created_at: Date;
  delivered_at: Date | null;
  first_attempt_at: Date | null;
}

export interface ReceiptTable {
  desk_id: string;
  receipt_id: string;
  measure_id: string;
  receipt_key: string;
  effect: Receipt['effect'];
  detail: string;
  at: Date;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    endpoint: EndpointTable;
    measure: MeasureTable;
    delivery: DeliveryTable;
    receipt: ReceiptTable;
  }
}

declare module '../platform/events.ts' {
  interface DeskEvents {
    /** An endpoint took the message that a measure applies. */
    'measure.delivered': { deskId: string; measureId: string };
    /** A measure is over for us; the platform may still have to be told. */
    'measure.ended': { deskId: string; measureId: string };
  }
}
