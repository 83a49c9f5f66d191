import {
  contextPurposes,
  harmCategories,
  legitimateAims,
  measureKinds,
  rabatParts,
} from '@commonweal/law';
import { Type, type Static } from 'typebox';
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
  Territory,
  text,
  Version,
} from './schema.ts';

const room = 'decisions';
const RabatAnswer = closed({
  score: Type.Union([Type.Integer({ minimum: 0, maximum: 3 }), Type.Literal('unknown')]),
  reason: text(2000),
});

/** What a person sends to decide a case; every part may be empty while she works, the gate says what is missing. */
export const Assessment = closed({
  measure: oneOf(measureKinds),
  scope: closed({
    target: oneOf(['url', 'item', 'account', 'domain']),
    territories: Type.Union([
      Type.Literal('global'),
      Type.Array(Territory, { minItems: 1, uniqueItems: true }),
    ]),
    until: nullable(Instant),
  }),
  ground: closed({
    type: oneOf(['policy_clause']),
    policy_version_id: nullable(Id),
    clause_keys: Type.Array(Type.String({ maxLength: 40 }), { uniqueItems: true }),
  }),
  harm: closed({
    categories: Type.Array(oneOf(harmCategories), { uniqueItems: true }),
    severity: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  }),
  context: closed({ purpose: nullable(oneOf(contextPurposes)), note: text(3000) }),
  aim: closed({ aim: nullable(oneOf(legitimateAims)), threat: text(3000) }),
  alternatives: Type.Array(closed({ measure: oneOf(measureKinds), rejected_because: text(2000) })),
  necessity: text(3000),
  rabat: Type.Partial(
    closed(
      Object.fromEntries(rabatParts.map((part) => [part, RabatAnswer])) as Record<
        (typeof rabatParts)[number],
        typeof RabatAnswer
      >,
    ),
  ),
  posted_at: nullable(Instant),
  facts: text(5000, { description: 'Told to the person: what was posted and what was found' }),
  notice: nullable(
    Type.Union([
      closed({ when: Type.Literal('now') }),
      closed({
        when: Type.Literal('delayed'),
        basis: text(1000, { minLength: 3 }),
        until: Instant,
      }),
    ]),
  ),
  override: nullable(
    closed({
      reason: text(3000, { minLength: 10 }),
      imminent_threat: Type.Boolean(),
      law_enforcement_told: text(1000),
    }),
  ),
});
export type Assessment = Static<typeof Assessment>;

export const GateFinding = closed({
  id: Type.String(),
  gate: oneOf(['A', 'B', 'C', 'override']),
  state: oneOf(['met', 'missing', 'failed', 'not_applicable']),
  pointer: Type.String({ description: 'Into the assessment' }),
  reason: Type.String(),
  fix: nullable(Type.String()),
  source: Type.String(),
});
export const GateReply = closed({
  outcome: Type.String(),
  passed: Type.Boolean(),
  needs_second: Type.Boolean(),
  gates: closed({
    A: oneOf(['pass', 'fail', 'incomplete']),
    B: oneOf(['pass', 'fail', 'incomplete']),
    C: oneOf(['pass', 'fail', 'incomplete']),
  }),
  findings: Type.Array(GateFinding),
  lightest_that_passes: nullable(oneOf(measureKinds)),
});
export type GateReply = Static<typeof GateReply>;

/** `awaiting_second`: a second person must approve. `effective`: carried out. `refused`: the second person said no. `reversed`: undone. */
export const decisionStates = ['awaiting_second', 'effective', 'refused', 'reversed'] as const;

/** Why a decision is to be looked at again. */
export const reviewCauses = ['entry_withdrawn', 'listing_ended'] as const;
/** `kept`: it stands on its other grounds. `reversed`: it was undone. `restored`: what was gone is back. */
export const reviewStates = ['open', 'kept', 'reversed', 'restored'] as const;
export const DecisionReview = closed({
  review_id: Id,
  cause: oneOf(reviewCauses),
  reference_id: Id,
  subject: Type.String({
    description: 'What is gone: the bank of the entry, and its label; or who was listed by whom',
  }),
  cause_reason: Type.String({
    description: 'Why it is gone, as whoever withdrew it wrote, or how the list says so',
  }),
  opened_at: Instant,
  state: oneOf(reviewStates),
  closed_at: nullable(Instant),
  closed_by: nullable(closed({ person_id: Id, name: Type.String() })),
  closing_reason: nullable(Type.String()),
});
export type DecisionReview = Static<typeof DecisionReview>;

export const Decision = closed({
  decision_id: Id,
  case_id: Id,
  kind: oneOf(['measure', 'no_action']),
  state: oneOf(decisionStates),
  measure: nullable(oneOf(measureKinds)),
  assessment: nullable(Assessment),
  gate: nullable(GateReply),
  reasons: Type.String(),
  item_id: nullable(Id),
  actor_external_id: nullable(Type.String()),
  title: Type.String(),
  decided_by: closed({ person_id: Id, name: Type.String() }),
  second_by: nullable(closed({ person_id: Id, name: Type.String() })),
  override_expires_at: nullable(Instant),
  decided_at: Instant,
  effective_at: nullable(Instant),
  reversed_at: nullable(Instant),
  reversed_because: nullable(Type.String()),
  reversal_reasons: nullable(Type.String({ description: 'As whoever reversed it wrote them' })),
  measure_id: nullable(Id),
  notice_url: nullable(Type.String()),
  reviews: Type.Array(DecisionReview, {
    description: 'Each time something it rests on was gone, oldest first',
  }),
  version: Version,
});
export type Decision = Static<typeof Decision>;

/** How often an entry was right and wrong on this desk. */
export const TrackRecord = closed({
  bank_entry_id: Id,
  signals: Type.Integer({ description: 'Items it was found in' }),
  right: Type.Integer({ description: 'Measures that rest on it and stand' }),
  wrong: Type.Integer({ description: 'Cases where nothing was to be done, and measures undone' }),
  overturned: Type.Integer({ description: 'Of the wrong ones, those undone on appeal' }),
});
export type TrackRecord = Static<typeof TrackRecord>;

const caseParams = closed({ case_id: Id });
const params = closed({ decision_id: Id });
const read = { roles: ['moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'] } as const;

export const decisions = {
  checkDecision: operation({
    method: 'POST',
    path: '/api/v1/cases/:case_id/decisions/check',
    room,
    summary: 'Ask the rights gate without deciding anything',
    access: { roles: reviewers },
    params: caseParams,
    body: closed({ assessment: Assessment }),
    status: 200,
    reply: GateReply,
  }),
  decideCase: operation({
    method: 'POST',
    path: '/api/v1/cases/:case_id/decisions',
    room,
    summary: 'Decide a case: a measure through the rights gate',
    access: { roles: reviewers },
    params: caseParams,
    body: closed({ version: Version, assessment: Assessment }),
    status: 201,
    reply: Decision,
  }),
  closeCase: operation({
    method: 'POST',
    path: '/api/v1/cases/:case_id/no-action',
    room,
    summary: 'Decide a case: no action, with a reason',
    access: { roles: reviewers },
    params: caseParams,
    body: closed({ version: Version, reason: text(3000, { minLength: 3 }) }),
    status: 201,
    reply: Decision,
  }),
  listDecisions: operation({
    method: 'GET',
    path: '/api/v1/decisions',
    room,
    summary: 'Decisions, newest first',
    access: read,
    query: closed({
      ...PageQuery,
      state: Type.Optional(oneOf(decisionStates)),
      measure: Type.Optional(oneOf(measureKinds)),
      up_for_review: Type.Optional(
        Type.Boolean({ description: 'Only those that are to be looked at again' }),
      ),
    }),
    status: 200,
    reply: pageOf(Decision),
  }),
  countDecisions: operation({
    method: 'GET',
    path: '/api/v1/decisions/counts',
    room,
    summary: 'How many decisions wait for a second person, or to be looked at again',
    access: read,
    status: 200,
    reply: closed({ awaiting_second: Type.Integer(), up_for_review: Type.Integer() }),
  }),
  readDecision: operation({
    method: 'GET',
    path: '/api/v1/decisions/:decision_id',
    room,
    summary: 'One decision with its assessment',
    access: read,
    params,
    status: 200,
    reply: Decision,
  }),
  trackRecordOfEntry: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id/entries/:bank_entry_id/track-record',
    room,
    summary: 'How often an entry was right and wrong here before',
    access: { roles: ['administrator', ...read.roles], scopes: ['banks:read'] },
    params: closed({ bank_id: Id, bank_entry_id: Id }),
    status: 200,
    reply: TrackRecord,
  }),
  trackRecordsOfCase: operation({
    method: 'GET',
    path: '/api/v1/cases/:case_id/track-records',
    room,
    summary: 'How often the entries behind the signals of a case were right and wrong here before',
    access: read,
    params: caseParams,
    status: 200,
    reply: closed({ data: Type.Array(TrackRecord) }),
  }),
  approveDecision: operation({
    method: 'POST',
    path: '/api/v1/decisions/:decision_id/approve',
    room,
    summary: 'Second approval, by somebody else',
    access: { roles: ['senior', 'legal'] },
    params,
    body: closed({ version: Version, reason: text(3000) }),
    status: 200,
    reply: Decision,
  }),
  refuseDecision: operation({
    method: 'POST',
    path: '/api/v1/decisions/:decision_id/refuse',
    room,
    summary: 'Second person says no; the case opens again',
    access: { roles: ['senior', 'legal'] },
    params,
    body: closed({ version: Version, reason: text(3000, { minLength: 3 }) }),
    status: 200,
    reply: Decision,
  }),
  keepDecision: operation({
    method: 'POST',
    path: '/api/v1/decisions/:decision_id/keep',
    room,
    summary: 'Let a decision stand on its other grounds, after looking at it again',
    access: { roles: ['senior', 'legal'] },
    params,
    body: closed({
      review_ids: Type.Array(Id, {
        minItems: 1,
        maxItems: 100,
        uniqueItems: true,
        description: 'The open reviews that were looked at',
      }),
      reason: text(3000, { minLength: 3 }),
    }),
    status: 200,
    reply: Decision,
  }),
  reverseDecision: operation({
    method: 'POST',
    path: '/api/v1/decisions/:decision_id/reverse',
    room,
    summary: 'Undo a decision that should not stand',
    access: { roles: ['senior', 'legal'] },
    params,
    body: closed({ version: Version, reason: text(3000, { minLength: 3 }) }),
    status: 200,
    reply: Decision,
  }),
};
