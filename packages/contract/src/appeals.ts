import { Type, type Static } from 'typebox';
import { CaseView } from './cases.ts';
import { Decision } from './decisions.ts';
import { operation } from './operation.ts';
import {
  closed,
  Id,
  Instant,
  nullable,
  oneOf,
  pageOf,
  PageQuery,
  text,
  Version,
} from './schema.ts';

const room = 'appeals';
export const appealStates = ['open', 'upheld', 'overturned'] as const;
export const Appeal = closed({
  appeal_id: Id,
  decision_id: Id,
  state: oneOf(appealStates),
  text: Type.String(),
  language: Type.String(),
  title: Type.String(),
  measure: Type.String(),
  received_at: Instant,
  heard_by: nullable(closed({ person_id: Id, name: Type.String() })),
  reasons: nullable(Type.String()),
  decided_at: nullable(Instant),
  may_hear: Type.Boolean({ description: 'False for whoever took part in the decision' }),
  version: Version,
});
export type Appeal = Static<typeof Appeal>;
const params = closed({ appeal_id: Id });
const read = { roles: ['appeals', 'senior', 'legal', 'auditor'] } as const;

export const appeals = {
  listAppeals: operation({
    method: 'GET',
    path: '/api/v1/appeals',
    room,
    summary: 'Appeals: open ones first, oldest first',
    access: read,
    query: closed({ ...PageQuery, state: Type.Optional(oneOf(appealStates)) }),
    status: 200,
    reply: pageOf(Appeal),
  }),
  readAppeal: operation({
    method: 'GET',
    path: '/api/v1/appeals/:appeal_id',
    room,
    summary: 'One appeal with the decision and the case',
    access: read,
    params,
    status: 200,
    reply: closed({ appeal: Appeal, decision: Decision, case: CaseView }),
  }),
  decideAppeal: operation({
    method: 'POST',
    path: '/api/v1/appeals/:appeal_id/decide',
    room,
    summary: 'Uphold or overturn; never by whoever decided',
    access: { roles: ['appeals'] },
    params,
    body: closed({
      version: Version,
      outcome: oneOf(['upheld', 'overturned']),
      reasons: text(5000, { minLength: 10 }),
    }),
    status: 200,
    reply: Appeal,
  }),
};
