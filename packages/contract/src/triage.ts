import { measureKinds } from '@commonweal/law';
import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { closed, Id, Instant, Nothing, nullable, oneOf, text, Version } from './schema.ts';

const room = 'triage';
export const NewRule = closed({
  name: text(120, { minLength: 1 }),
  expression: text(4000, {
    minLength: 1,
    description:
      'CEL over `item` and `signals`, for instance signals.exists(s, s.kind == "hash" && !s.disputed)',
  }),
  queue: Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' }),
  priority: Type.Integer({ minimum: 0, maximum: 100 }),
  suggestion: nullable(oneOf(measureKinds)),
  mode: oneOf(['live', 'shadow', 'off']),
});
export type NewRule = Static<typeof NewRule>;
export const Rule = closed({
  rule_id: Id,
  ...NewRule.properties,
  matched: Type.Integer({ description: 'Cases it has placed, or would have in shadow' }),
  version: Version,
  updated_at: Instant,
  removed_at: nullable(Instant),
  removed_by: nullable(Type.String({ description: 'Name of who removed it' })),
});
export type Rule = Static<typeof Rule>;
export const Rules = closed({
  data: Type.Array(Rule, { description: 'In the order they are asked' }),
  removed: Type.Array(Rule, { description: 'No longer asked; the last removed first' }),
  revision: Type.Integer({
    minimum: 1,
    description: 'Of the order: send the one you read. Every rule added, removed or moved counts',
  }),
});
export type Rules = Static<typeof Rules>;

const editors = ['administrator', 'senior', 'analyst'] as const;

export const triage = {
  listRules: operation({
    method: 'GET',
    path: '/api/v1/rules',
    room,
    summary: 'Triage rules in the order they are asked',
    access: { roles: ['administrator', 'senior', 'analyst', 'moderator', 'auditor'] },
    status: 200,
    reply: Rules,
  }),
  createRule: operation({
    method: 'POST',
    path: '/api/v1/rules',
    room,
    summary: 'Add a triage rule, after the others',
    access: { roles: editors },
    body: NewRule,
    status: 201,
    reply: Rule,
  }),
  changeRule: operation({
    method: 'PUT',
    path: '/api/v1/rules/:rule_id',
    room,
    summary: 'Change a triage rule',
    access: { roles: editors },
    params: closed({ rule_id: Id }),
    body: closed({ ...NewRule.properties, version: Version }),
    status: 200,
    reply: Rule,
  }),
  orderRules: operation({
    method: 'PUT',
    path: '/api/v1/rules/order',
    room,
    summary: 'Put the triage rules in another order',
    access: { roles: editors },
    body: closed({
      revision: Rules.properties.revision,
      rule_ids: Type.Array(Id, {
        maxItems: 1000,
        description: 'Every rule that is asked, once, in the new order',
      }),
    }),
    status: 200,
    reply: Rules,
  }),
  removeRule: operation({
    method: 'DELETE',
    path: '/api/v1/rules/:rule_id',
    room,
    summary: 'Remove a triage rule; it stays readable',
    access: { roles: editors },
    params: closed({ rule_id: Id }),
    query: closed({ version: Version }),
    status: 204,
    reply: Nothing,
  }),
};
