import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { closed, Day, Instant, nullable } from './schema.ts';

const room = 'transparency';
const Counted = closed({ name: Type.String(), count: Type.Integer() });
export const TransparencyReport = closed({
  desk: closed({ name: Type.String(), slug: Type.String() }),
  from: Day,
  to: Day,
  generated_at: Instant,
  items: closed({
    received: Type.Integer(),
    clear: Type.Integer(),
    review: Type.Integer(),
    measured: Type.Integer(),
  }),
  reports: Type.Array(Counted),
  signals: Type.Array(Counted),
  decisions: closed({
    total: Type.Integer(),
    no_action: Type.Integer(),
    by_measure: Type.Array(Counted),
    by_clause: Type.Array(Counted),
    by_category: Type.Array(Counted),
    by_rule_without_person: Type.Integer(),
    overrides: Type.Integer(),
    reversed_without_appeal: Type.Integer(),
  }),
  appeals: closed({
    received: Type.Integer(),
    open: Type.Integer(),
    upheld: Type.Integer(),
    overturned: Type.Integer(),
  }),
  medians: closed({
    hours_item_to_decision: nullable(Type.Number()),
    hours_appeal_to_outcome: nullable(Type.Number()),
    minutes_decision_to_delivery: nullable(Type.Number()),
  }),
  state_requests: Type.Integer(),
});
export type TransparencyReport = Static<typeof TransparencyReport>;

export const transparency = {
  readTransparency: operation({
    method: 'GET',
    path: '/api/v1/transparency',
    room,
    summary: 'The account, from the same rows as the public page',
    access: { roles: 'any', scopes: ['transparency:read'] },
    query: closed({ from: Type.Optional(Day), to: Type.Optional(Day) }),
    status: 200,
    reply: TransparencyReport,
  }),
};
