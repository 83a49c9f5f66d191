import { measureKinds } from '@commonweal/law';
import { Type, type Static } from 'typebox';
import { Item, Signal } from './intake.ts';
import { operation } from './operation.ts';
import { reviewers } from './roles.ts';
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

const room = 'cases';
export const caseStates = ['open', 'awaiting_second', 'decided'] as const;
export const Case = closed({
  case_id: Id,
  subject: oneOf(['item', 'actor']),
  item_id: nullable(Id),
  actor_external_id: nullable(Type.String()),
  title: Type.String({ description: 'A line to know the case by' }),
  queue: Type.String(),
  priority: Type.Integer(),
  suggestion: nullable(oneOf(measureKinds)),
  state: oneOf(caseStates),
  signals: Type.Integer(),
  claimed_by: nullable(closed({ person_id: Id, name: Type.String() })),
  lease_until: nullable(Instant),
  opened_at: Instant,
  updated_at: Instant,
  version: Version,
});
export type Case = Static<typeof Case>;
export const CaseEvent = closed({
  at: Instant,
  by: Type.String({ description: 'The person, key or rule' }),
  tool: Type.String({ description: 'console, api, triage, …' }),
  kind: Type.String(),
  detail: Type.String(),
  rule_id: nullable(Id),
});
export type CaseEvent = Static<typeof CaseEvent>;
export const CaseView = closed({
  case: Case,
  items: Type.Array(Item),
  signals: Type.Array(Signal),
  history: Type.Array(CaseEvent),
  decision_ids: Type.Array(Id),
});
export type CaseView = Static<typeof CaseView>;

const params = closed({ case_id: Id });
const read = {
  roles: ['moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
  scopes: ['cases:read'],
} as const;
const versioned = closed({ version: Version });

export const cases = {
  listCases: operation({
    method: 'GET',
    path: '/api/v1/cases',
    room,
    summary: 'The queue: highest priority first, then oldest',
    access: read,
    query: closed({
      ...PageQuery,
      state: Type.Optional(oneOf(caseStates)),
      queue: Type.Optional(Type.String({ maxLength: 40 })),
      mine: Type.Optional(Type.Boolean()),
      q: Type.Optional(text(200)),
    }),
    status: 200,
    reply: pageOf(Case),
  }),
  countCases: operation({
    method: 'GET',
    path: '/api/v1/cases/counts',
    room,
    summary: 'How many wait, by queue',
    access: read,
    status: 200,
    reply: closed({
      open: Type.Integer(),
      awaiting_second: Type.Integer(),
      mine: Type.Integer(),
      queues: Type.Array(
        closed({ queue: Type.String(), open: Type.Integer(), oldest: nullable(Instant) }),
      ),
    }),
  }),
  readCase: operation({
    method: 'GET',
    path: '/api/v1/cases/:case_id',
    room,
    summary: 'One case with all that was gathered',
    access: read,
    params,
    status: 200,
    reply: CaseView,
  }),
  claimCase: operation({
    method: 'POST',
    path: '/api/v1/cases/:case_id/claim',
    room,
    summary: 'Take a case for 15 minutes, or extend my hold',
    access: { roles: reviewers },
    params,
    body: versioned,
    status: 200,
    reply: Case,
  }),
  releaseCase: operation({
    method: 'POST',
    path: '/api/v1/cases/:case_id/release',
    room,
    summary: 'Give a case back',
    access: { roles: reviewers },
    params,
    body: versioned,
    status: 200,
    reply: Case,
  }),
  noteCase: operation({
    method: 'POST',
    path: '/api/v1/cases/:case_id/notes',
    room,
    summary: 'Write a note into the history',
    access: { roles: reviewers },
    params,
    body: closed({ text: text(5000, { minLength: 1 }) }),
    status: 201,
    reply: CaseEvent,
  }),
};
