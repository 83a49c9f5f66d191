import { measureKinds } from '@commonweal/law';
import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import {
  closed,
  Id,
  Instant,
  Nothing,
  nullable,
  oneOf,
  pageOf,
  PageQuery,
  text,
  Url,
  Version,
} from './schema.ts';

const room = 'measures';
/** `queued`: to be sent. `sent`: the platform took the message. `confirmed`: the platform says it is done. `failed`: it says it could not. */
export const measureStates = ['queued', 'sent', 'confirmed', 'failed', 'ending', 'ended'] as const;
export const Measure = closed({
  measure_id: Id,
  decision_id: Id,
  kind: oneOf(measureKinds),
  subject: oneOf(['item', 'actor']),
  item_external_id: nullable(Type.String()),
  actor_external_id: nullable(Type.String()),
  target: Type.String(),
  territories: Type.Union([Type.Literal('global'), Type.Array(Type.String())]),
  starts_at: Instant,
  ends_at: nullable(Instant),
  state: oneOf(measureStates),
  ended_because: nullable(oneOf(['expired', 'appeal', 'reversed', 'override_expired'])),
  ended_at: nullable(Instant),
  created_at: Instant,
});
export type Measure = Static<typeof Measure>;
export const deliveryStates = ['queued', 'delivered', 'dead'] as const;
export const Delivery = closed({
  delivery_id: Id,
  measure_id: nullable(Id),
  endpoint_id: Id,
  endpoint_name: Type.String(),
  event: Type.String(),
  state: oneOf(deliveryStates),
  attempts: Type.Integer(),
  next_attempt_at: nullable(Instant),
  last_status: nullable(Type.Integer()),
  last_error: nullable(Type.String()),
  created_at: Instant,
  delivered_at: nullable(Instant),
});
export type Delivery = Static<typeof Delivery>;
export const Endpoint = closed({
  endpoint_id: Id,
  name: Type.String(),
  url: Type.String(),
  state: oneOf(['active', 'paused', 'gone']),
  public_key: Type.String({ description: 'whpk_…: verifies the v1a signatures' }),
  created_at: Instant,
  version: Version,
});
export type Endpoint = Static<typeof Endpoint>;
export const Receipt = closed({
  receipt_id: Id,
  effect: oneOf(['applied', 'reversed', 'failed']),
  detail: Type.String(),
  at: Instant,
});
export type Receipt = Static<typeof Receipt>;

const params = closed({ measure_id: Id });
const read = {
  roles: ['administrator', 'moderator', 'senior', 'legal', 'auditor'],
  scopes: ['measures:read'],
} as const;
const admin = { roles: ['administrator'] } as const;

export const measures = {
  listMeasures: operation({
    method: 'GET',
    path: '/api/v1/measures',
    room,
    summary: 'Measures, newest first',
    access: read,
    query: closed({ ...PageQuery, state: Type.Optional(oneOf(measureStates)) }),
    status: 200,
    reply: pageOf(Measure),
  }),
  readMeasure: operation({
    method: 'GET',
    path: '/api/v1/measures/:measure_id',
    room,
    summary: 'One measure with its deliveries and receipts',
    access: read,
    params,
    status: 200,
    reply: closed({
      measure: Measure,
      deliveries: Type.Array(Delivery),
      receipts: Type.Array(Receipt),
    }),
  }),
  receiptMeasure: operation({
    method: 'POST',
    path: '/api/v1/measures/:measure_id/receipts',
    room,
    summary: 'The platform says what it did',
    access: { scopes: ['receipts:write'] },
    params,
    body: closed({
      receipt_key: text(200, { minLength: 1, description: 'Same key, same receipt' }),
      effect: oneOf(['applied', 'reversed', 'failed']),
      detail: Type.Optional(text(2000)),
      at: Type.Optional(Instant),
    }),
    status: 201,
    reply: Receipt,
  }),
  listDeliveries: operation({
    method: 'GET',
    path: '/api/v1/deliveries',
    room,
    summary: 'Messages to the platform, newest first',
    access: read,
    query: closed({ ...PageQuery, state: Type.Optional(oneOf(deliveryStates)) }),
    status: 200,
    reply: pageOf(Delivery),
  }),
  replayDelivery: operation({
    method: 'POST',
    path: '/api/v1/deliveries/:delivery_id/replay',
    room,
    summary: 'Send a dead message again',
    access: admin,
    params: closed({ delivery_id: Id }),
    status: 200,
    reply: Delivery,
  }),
  listEndpoints: operation({
    method: 'GET',
    path: '/api/v1/endpoints',
    room,
    summary: 'Where measures are delivered',
    access: { roles: ['administrator', 'auditor'] },
    status: 200,
    reply: closed({ data: Type.Array(Endpoint) }),
  }),
  createEndpoint: operation({
    method: 'POST',
    path: '/api/v1/endpoints',
    room,
    summary: 'Add a platform endpoint; the shared secret is shown once',
    access: admin,
    body: closed({ name: text(120, { minLength: 1 }), url: Url }),
    status: 201,
    reply: closed({
      endpoint: Endpoint,
      secret: Type.String({ description: 'whsec_…: verifies the v1 signatures' }),
    }),
  }),
  changeEndpoint: operation({
    method: 'PATCH',
    path: '/api/v1/endpoints/:endpoint_id',
    room,
    summary: 'Change, pause or resume an endpoint',
    access: admin,
    params: closed({ endpoint_id: Id }),
    body: closed({
      version: Version,
      name: Type.Optional(text(120, { minLength: 1 })),
      url: Type.Optional(Url),
      state: Type.Optional(oneOf(['active', 'paused'])),
    }),
    status: 200,
    reply: Endpoint,
  }),
  testEndpoint: operation({
    method: 'POST',
    path: '/api/v1/endpoints/:endpoint_id/test',
    room,
    summary: 'Send a signed test message',
    access: admin,
    params: closed({ endpoint_id: Id }),
    status: 202,
    reply: Delivery,
  }),
  removeEndpoint: operation({
    method: 'DELETE',
    path: '/api/v1/endpoints/:endpoint_id',
    room,
    summary: 'Remove an endpoint with nothing left to deliver',
    access: admin,
    params: closed({ endpoint_id: Id }),
    status: 204,
    reply: Nothing,
  }),
};
