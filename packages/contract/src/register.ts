import { Type, type Static } from 'typebox';
import { LegalEffect } from './designations.ts';
import { operation } from './operation.ts';
import { readers } from './roles.ts';
import { closed, Day, Id, Instant, nullable, oneOf, pageOf, PageQuery, text } from './schema.ts';
import { NameComparison } from './screening.ts';

const room = 'designations';
const Kind = oneOf(['organisation', 'person']);

/** One listing of an entity, by one authority. */
export const EntityListing = closed({
  designation_id: Id,
  list_id: Id,
  authority: Type.String(),
  list: Type.String(),
  reference: Type.String(),
  name: Type.String(),
  list_type: Type.String(),
  effects: Type.Array(LegalEffect),
  listed_on: nullable(Day),
  begins_on: Day,
  expires_on: nullable(Day),
  ended_on: nullable(Day),
  ended_by: nullable(Type.String({ enum: ['absence', 'publisher', 'relisted'] })),
});
export type EntityListing = Static<typeof EntityListing>;

const Pair = nullable(closed({ before: nullable(Type.String()), now: nullable(Type.String()) }));
/** Something that happened to a listing. */
export const RegisterEvent = closed({
  on: Day,
  what: oneOf(['listed', 'changed', 'ended', 'lapses']),
  designation_id: Id,
  list_id: Id,
  authority: Type.String(),
  list: Type.String(),
  reference: Type.String(),
  name: Type.String(),
  says_since: nullable(
    Type.String({
      format: 'date',
      description: 'Since when the list says, where it dates a listing back',
    }),
  ),
  change: nullable(
    closed({
      name: Pair,
      listed_on: Pair,
      expires_on: Pair,
      list_type: Pair,
      names_added: Type.Array(Type.String()),
      names_removed: Type.Array(Type.String()),
    }),
  ),
});
export type RegisterEvent = Static<typeof RegisterEvent>;

export const LinkProposal = closed({
  link_id: Id,
  state: oneOf(['proposed', 'confirmed', 'refused']),
  score: Type.Number({ minimum: 0, maximum: 1 }),
  because: NameComparison,
  one: EntityListing,
  other: EntityListing,
  decided_by: nullable(Type.String()),
  reason: nullable(Type.String()),
});
export type LinkProposal = Static<typeof LinkProposal>;

export const RegisterEntity = closed({
  name: Type.String(),
  kind: Kind,
  listings: Type.Array(EntityListing, { description: 'By whoever, oldest first' }),
  not_listed_by: Type.Array(
    closed({
      list_id: Id,
      key: Type.String(),
      authority: Type.String(),
      name: Type.String(),
      fresh_until: nullable(Instant),
    }),
    { description: 'Lists of this desk that do not list it now; of other lists nothing is known' },
  ),
  proposals: Type.Array(LinkProposal),
  timeline: Type.Array(RegisterEvent, { description: 'Newest first' }),
});
export type RegisterEntity = Static<typeof RegisterEntity>;

export const MatrixRow = closed({
  designation_id: Id,
  name: Type.String(),
  kind: Kind,
  listed_by: Type.Integer({ description: 'How many authorities list it now' }),
  cells: Type.Array(
    closed({
      authority: Type.String(),
      designation_id: Id,
      listed_on: nullable(Day),
      begins_on: Day,
      ended_on: nullable(Day),
      effects: Type.Array(LegalEffect),
    }),
  ),
});
export type MatrixRow = Static<typeof MatrixRow>;
export const Matrix = closed({
  authorities: Type.Array(closed({ authority: Type.String(), commonwealth: Type.Boolean() })),
  data: Type.Array(MatrixRow),
  next_cursor: nullable(Type.String()),
});
export type Matrix = Static<typeof Matrix>;

const keepers = ['administrator', 'analyst', 'legal'] as const;
const ofDesignation = closed({ designation_id: Id });

export const register = {
  readEntity: operation({
    method: 'GET',
    path: '/api/v1/designations/:designation_id/entity',
    room,
    summary: 'Who lists it, since when and under what, who does not, and all that happened',
    access: { roles: readers },
    params: ofDesignation,
    status: 200,
    reply: RegisterEntity,
  }),
  listRegisterChanges: operation({
    method: 'GET',
    path: '/api/v1/register/changes',
    room,
    summary: 'What changed between two days, newest first; the first day is excluded',
    access: { roles: readers },
    query: closed({
      ...PageQuery,
      from: Day,
      to: Day,
      list_id: Type.Optional(Id),
    }),
    status: 200,
    reply: pageOf(RegisterEvent),
  }),
  readMatrix: operation({
    method: 'GET',
    path: '/api/v1/register/matrix',
    room,
    summary: 'Who is listed by which authorities now, those first that most list',
    access: { roles: readers },
    query: closed({
      ...PageQuery,
      kind: Type.Optional(Kind),
      q: Type.Optional(text(200)),
      commonwealth: Type.Optional(
        Type.Boolean({ description: 'Only what a member of the Commonwealth lists' }),
      ),
    }),
    status: 200,
    reply: Matrix,
  }),
  exportRegister: operation({
    method: 'GET',
    path: '/api/v1/register/export',
    room,
    summary: 'The register as CSV, FollowTheMoney entities (JSON lines) or a STIX 2.1 bundle',
    access: { roles: readers },
    query: closed({
      format: oneOf(['csv', 'ftm', 'stix']),
      list_id: Type.Optional(Id),
      on: Type.Optional(
        Type.String({
          format: 'date',
          description: 'Only who was listed on this day; without it, now',
        }),
      ),
    }),
    produces: ['text/csv', 'application/json+ftm', 'application/stix+json;version=2.1'],
    ratePerMinute: 12,
    status: 200,
    reply: Type.String(),
  }),
  listLinks: operation({
    method: 'GET',
    path: '/api/v1/register/links',
    room,
    summary: 'Listings of two lists that may be of one entity, by their names, not decided yet',
    access: { roles: readers },
    query: closed(PageQuery),
    status: 200,
    reply: pageOf(LinkProposal),
  }),
  decideLink: operation({
    method: 'POST',
    path: '/api/v1/register/links/:link_id/decision',
    room,
    summary: 'Say whether two listings are of one entity, with a reason',
    access: { roles: keepers },
    params: closed({ link_id: Id }),
    body: closed({ same: Type.Boolean(), reason: text(1000, { minLength: 3 }) }),
    status: 200,
    reply: closed({ link_id: Id, state: oneOf(['confirmed', 'refused']) }),
  }),
};
