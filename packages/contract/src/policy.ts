import { harmCategories, measureKinds } from '@commonweal/law';
import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { readers } from './roles.ts';
import {
  closed,
  Id,
  Instant,
  LanguageTag,
  Nothing,
  nullable,
  oneOf,
  text,
  Version,
} from './schema.ts';

const room = 'policy';

export const Clause = closed({
  key: Type.String({
    pattern: '^[a-z0-9][a-z0-9-]{0,39}$',
    description: 'Stable name of the clause across versions',
  }),
  title: text(200, { minLength: 3 }),
  text: text(6000, { minLength: 20 }),
  not_covered: text(3000),
  harm_categories: Type.Array(oneOf(harmCategories), { uniqueItems: true, minItems: 1 }),
  measures: Type.Array(oneOf(measureKinds), { uniqueItems: true, minItems: 1 }),
});
export type Clause = Static<typeof Clause>;

export const PolicyDraft = closed({
  title: text(200, { minLength: 3 }),
  language: LanguageTag,
  definition: text(6000, { minLength: 20, description: 'What the desk means by terrorism' }),
  clauses: Type.Array(Clause, { minItems: 1, maxItems: 60 }),
});
export type PolicyDraft = Static<typeof PolicyDraft>;

export const PolicyVersion = closed({
  policy_version_id: Id,
  number: nullable(Type.Integer({ description: 'Given when published' })),
  state: oneOf(['draft', 'published']),
  revision: Version,
  title: Type.String(),
  language: Type.String(),
  definition: Type.String(),
  clauses: Type.Array(Clause),
  in_force_from: nullable(Instant),
  in_force_until: nullable(Instant),
  published_at: nullable(Instant),
  published_by: nullable(Type.String()),
  created_at: Instant,
});
export type PolicyVersion = Static<typeof PolicyVersion>;

const params = closed({ policy_version_id: Id });
const editors = ['administrator', 'legal', 'senior'] as const;

export const policy = {
  readDefaultPolicy: operation({
    method: 'GET',
    path: '/api/v1/policy/default',
    room,
    summary: 'The set of rules offered to begin with',
    access: { roles: readers },
    status: 200,
    reply: PolicyDraft,
  }),
  listPolicyVersions: operation({
    method: 'GET',
    path: '/api/v1/policy/versions',
    room,
    summary: 'All versions, newest first',
    access: { roles: readers },
    status: 200,
    reply: closed({ data: Type.Array(PolicyVersion) }),
  }),
  draftPolicy: operation({
    method: 'POST',
    path: '/api/v1/policy/versions',
    room,
    summary: 'Begin a new version',
    access: { roles: editors },
    body: PolicyDraft,
    status: 201,
    reply: PolicyVersion,
  }),
  readPolicyVersion: operation({
    method: 'GET',
    path: '/api/v1/policy/versions/:policy_version_id',
    room,
    summary: 'One version',
    access: { roles: readers },
    params,
    status: 200,
    reply: PolicyVersion,
  }),
  revisePolicy: operation({
    method: 'PUT',
    path: '/api/v1/policy/versions/:policy_version_id',
    room,
    summary: 'Change a draft; a published version never changes',
    access: { roles: editors },
    params,
    body: closed({ ...PolicyDraft.properties, revision: Version }),
    status: 200,
    reply: PolicyVersion,
  }),
  discardPolicyDraft: operation({
    method: 'DELETE',
    path: '/api/v1/policy/versions/:policy_version_id',
    room,
    summary: 'Discard a draft',
    access: { roles: editors },
    params,
    query: closed({ revision: Version }),
    status: 204,
    reply: Nothing,
  }),
  publishPolicy: operation({
    method: 'POST',
    path: '/api/v1/policy/versions/:policy_version_id/publish',
    room,
    summary: 'Publish a version, in force from now or a later time',
    access: { roles: ['administrator', 'legal'] },
    params,
    body: closed({ revision: Version, in_force_from: Type.Optional(Instant) }),
    status: 200,
    reply: PolicyVersion,
  }),
};
