import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { readers } from './roles.ts';
import { closed, Day, Id, Instant, nullable, oneOf, pageOf, PageQuery, text } from './schema.ts';

const room = 'designations';
const Kind = oneOf(['organisation', 'person']);

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

export const screening = {
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
