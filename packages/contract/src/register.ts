import { Type, type Static } from 'typebox';
import { LegalEffect } from './designations.ts';
import { operation } from './operation.ts';
import { readers } from './roles.ts';
import { closed, Day, Id, Instant, nullable, oneOf, pageOf, PageQuery, text } from './schema.ts';

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

/** One part of a name beside the part it was matched with. */
export const MatchedPart = closed({
  asked: Type.String(),
  listed: Type.String(),
  how: Type.String({ description: 'same, sounds_alike, same_meaning, acronym, initial, …' }),
  likeness: Type.Number({ minimum: 0, maximum: 1 }),
  weight: Type.Number({ minimum: 0, maximum: 1, description: 'What the part counts for' }),
});
/** How two names compare. */
export const NameComparison = closed({
  name_asked: Type.String(),
  name_listed: Type.String(),
  parts: Type.Array(MatchedPart),
  asked_only: Type.Array(Type.String(), { description: 'Parts of what was asked that found none' }),
  listed_only: Type.Array(Type.String()),
  country: oneOf(['agrees', 'disagrees', 'unknown']),
  birth_year: oneOf(['agrees', 'disagrees', 'unknown']),
});
export type NameComparison = Static<typeof NameComparison>;

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

export const ScreenedName = closed({
  designation_id: Id,
  authority: Type.String(),
  list: Type.String(),
  reference: Type.String(),
  kind: Kind,
  name: Type.String(),
  listed_on: nullable(Day),
  also_listed_by: Type.Array(Type.String()),
  score: Type.Number({
    minimum: 0,
    maximum: 1,
    description:
      'How likely they are one; 0.7 is where a person should look. Never 1: a name is a name',
  }),
  because: NameComparison,
  reviewed: nullable(
    closed({
      review_id: Id,
      by: Type.String(),
      reason: Type.String(),
      until: Instant,
    }),
  ),
});
export type ScreenedName = Static<typeof ScreenedName>;

export const DifferentPerson = closed({
  review_id: Id,
  subject: oneOf(['name', 'account']),
  value: Type.String({ description: 'The name, or the platform’s id of the account' }),
  authority: Type.String(),
  reference: Type.String(),
  listed_name: Type.String(),
  reason: Type.String(),
  by: Type.String(),
  created_at: Instant,
  expires_at: Instant,
  ended_at: nullable(Instant),
  ended_by: nullable(Type.String()),
});
export type DifferentPerson = Static<typeof DifferentPerson>;

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
  screenName: operation({
    method: 'POST',
    path: '/api/v1/screenings',
    room,
    summary: 'Ask who is listed under a name like this one. Nothing is kept',
    access: {
      roles: ['administrator', 'moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
      scopes: ['banks:read'],
    },
    body: closed({
      name: text(300, {
        minLength: 2,
        description: 'Of an account, group or channel; or a handle',
      }),
      kind: Type.Optional(Kind),
      countries: Type.Optional(Type.Array(text(80, { minLength: 2 }), { maxItems: 10 })),
      birth_years: Type.Optional(
        Type.Array(Type.Integer({ minimum: 1850, maximum: 2100 }), { maxItems: 10 }),
      ),
      account: Type.Optional(text(200, { description: 'The platform’s id of the account' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    }),
    ratePerMinute: 600,
    status: 200,
    reply: closed({
      threshold: Type.Number({ description: 'From here on a person should look' }),
      searched: Type.Integer({ description: 'Names searched' }),
      data: Type.Array(ScreenedName),
    }),
  }),
  listDifferentPersons: operation({
    method: 'GET',
    path: '/api/v1/register/different',
    room,
    summary: 'Names and accounts that were reviewed and are of somebody else, newest first',
    access: { roles: readers },
    query: closed({ ...PageQuery, all: Type.Optional(Type.Boolean()) }),
    status: 200,
    reply: pageOf(DifferentPerson),
  }),
  noteDifferentPerson: operation({
    method: 'POST',
    path: '/api/v1/register/different',
    room,
    summary: 'Say that a name or an account is of somebody else than who is listed',
    access: { roles: ['administrator', 'senior', 'legal', 'analyst', 'moderator'] },
    body: closed({
      designation_id: Id,
      subject: oneOf(['name', 'account']),
      value: text(300, { minLength: 1 }),
      reason: text(1000, { minLength: 3 }),
      expires_at: Instant,
    }),
    status: 201,
    reply: DifferentPerson,
  }),
  endDifferentPerson: operation({
    method: 'POST',
    path: '/api/v1/register/different/:review_id/end',
    room,
    summary: 'Take back that somebody is a different person',
    access: { roles: ['administrator', 'senior', 'legal', 'analyst', 'moderator'] },
    params: closed({ review_id: Id }),
    status: 200,
    reply: DifferentPerson,
  }),
};
