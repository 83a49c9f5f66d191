import { measureKinds } from '@commonweal/law';
import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { closed, Id, Instant, nullable, oneOf, text, Version } from './schema.ts';

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
});
export type Rule = Static<typeof Rule>;

export const triage = {
  listRules: operation({
    method: 'GET',
    path: '/api/v1/rules',
    room,
    summary: 'Triage rules in the order they are asked',
    access: { roles: ['administrator', 'senior', 'analyst', 'moderator', 'auditor'] },
    status: 200,
    reply: closed({ data: Type.Array(Rule) }),
  }),
  createRule: operation({
    method: 'POST',
    path: '/api/v1/rules',
    room,
    summary: 'Add a triage rule',
    access: { roles: ['administrator', 'senior', 'analyst'] },
    body: NewRule,
    status: 201,
    reply: Rule,
  }),
  changeRule: operation({
    method: 'PUT',
    path: '/api/v1/rules/:rule_id',
    room,
    summary: 'Change a triage rule',
    access: { roles: ['administrator', 'senior', 'analyst'] },
    params: closed({ rule_id: Id }),
    body: closed({ ...NewRule.properties, version: Version }),
    status: 200,
    reply: Rule,
  }),
};
