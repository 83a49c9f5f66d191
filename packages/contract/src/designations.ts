import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { readers } from './roles.ts';
import {
  closed,
  Day,
  Id,
  Instant,
  nullable,
  oneOf,
  pageOf,
  PageQuery,
  text,
  Url,
} from './schema.ts';

const room = 'designations';

export const legalEffects = [
  'proscription',
  'asset_freeze',
  'travel_ban',
  'arms_embargo',
  'financial_services_ban',
  'other',
] as const;
/** What being listed means in law. Being proscribed is not the same as having one's assets frozen. */
export const LegalEffect = oneOf(legalEffects);
export type LegalEffect = Static<typeof LegalEffect>;
const Authority = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'ISO 3166-1 alpha-2 code of a state, or UN, or EU',
});
const ListKey = Type.String({
  pattern: '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$',
  description: 'Of an official list, or of one of the desk’s own',
});

/** A list an authority publishes, that can be read here. */
export const KnownList = closed({
  key: ListKey,
  authority: Authority,
  name: Type.String(),
  power: Type.String({ description: 'The law it is made under' }),
  effects: Type.Array(LegalEffect),
  url: nullable(Type.String({ description: 'Where it is fetched from; null: by hand only' })),
  page: Type.String({ description: 'Where a person reads about it' }),
  file: Type.String({ description: 'What kind of file it is' }),
  also: Type.Array(
    closed({
      file: Type.String({ description: 'What it is' }),
      url: nullable(Type.String({ description: 'Where it is fetched with the first' })),
    }),
    { description: 'Further files that may be given with it, in one ZIP archive' },
  ),
  stale_after_days: Type.Integer(),
  here: Type.Boolean({ description: 'Whether this desk has it' }),
});
export type KnownList = Static<typeof KnownList>;
export const DesignationList = closed({
  list_id: Id,
  key: ListKey,
  authority: Type.String(),
  name: Type.String(),
  format: Type.String(),
  power: Type.String({ description: 'The law it is made under' }),
  effects: Type.Array(LegalEffect),
  own: Type.Boolean({ description: 'Made by this desk, such as a gazette typed in' }),
  url: nullable(Type.String({ description: 'Where it is fetched from' })),
  fetched: Type.Boolean({ description: 'Whether it is fetched by itself' }),
  every_hours: Type.Integer(),
  due_at: nullable(Instant),
  checked_at: nullable(Instant),
  seen_at: nullable(
    Type.String({
      format: 'date-time',
      description: 'When the publisher was last seen to hold what is here',
    }),
  ),
  problem: nullable(Type.String({ description: 'Why the last fetching brought nothing' })),
  fresh_until: nullable(
    Type.String({
      format: 'date-time',
      description: 'Past it the list is too old to rely on; null while nothing was imported',
    }),
  ),
  editions: Type.Integer(),
  first_edition_on: nullable(
    Type.String({
      format: 'date',
      description: 'Before it only what later editions say of themselves is known',
    }),
  ),
  generated_at: nullable(Instant),
  imported_at: nullable(Instant),
  sha256: nullable(Type.String()),
  entities: Type.Integer(),
  names: Type.Integer(),
  names_alone: Type.Integer({ description: 'Names that may raise a signal by themselves' }),
});
export type DesignationList = Static<typeof DesignationList>;
export const ListedName = closed({
  text: Type.String(),
  kind: Type.String(),
  strength: Type.String(),
  script: Type.String({ description: 'ISO 15924' }),
  alone: Type.Boolean(),
  suppressed_reason: nullable(Type.String()),
});
export const Designation = closed({
  designation_id: Id,
  list_id: Id,
  authority: Type.String(),
  reference: Type.String(),
  kind: oneOf(['organisation', 'person']),
  name: Type.String(),
  list_type: Type.String(),
  effects: Type.Array(LegalEffect),
  listed_on: nullable(Day),
  begins_on: Type.String({
    format: 'date',
    description: 'From when it counts: `listed_on`, unless an edition before did not have it yet',
  }),
  expires_on: nullable(Day),
  ended_on: nullable(Day),
  ended_by: nullable(
    Type.String({
      enum: ['absence', 'publisher', 'relisted'],
      description: 'How the end is known: missing from an edition, printed in one, or listed again',
    }),
  ),
  countries: Type.Array(Type.String()),
  birth_years: Type.Array(Type.Integer()),
  names: Type.Array(ListedName),
});
export type Designation = Static<typeof Designation>;
export const ListEdition = closed({
  number: Type.Integer({ minimum: 1 }),
  generated_at: nullable(Instant),
  imported_at: Instant,
  imported_by: Type.String(),
  forced: Type.Boolean(),
  sha256: Type.String(),
  entities: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  ended: Type.Integer(),
});
export type ListEdition = Static<typeof ListEdition>;
export const ListImportReply = closed({
  list: DesignationList,
  added: Type.Integer(),
  changed: Type.Integer(),
  ended: Type.Integer(),
  unchanged: Type.Integer(),
});
export type ListImportReply = Static<typeof ListImportReply>;

const keepers = ['administrator', 'analyst', 'legal'] as const;
const ofList = closed({ list_key: ListKey });

export const designations = {
  listLists: operation({
    method: 'GET',
    path: '/api/v1/lists',
    room,
    summary: 'The lists of this desk',
    access: { roles: readers },
    status: 200,
    reply: closed({ data: Type.Array(DesignationList) }),
  }),
  listKnownLists: operation({
    method: 'GET',
    path: '/api/v1/lists/known',
    room,
    summary: 'Official lists that can be read here, and which of them this desk has',
    access: { roles: readers },
    status: 200,
    reply: closed({ data: Type.Array(KnownList) }),
  }),
  addOwnList: operation({
    method: 'POST',
    path: '/api/v1/lists',
    room,
    summary: 'Add a list of the desk’s own, such as a gazette typed in, or a FollowTheMoney file',
    access: { roles: keepers },
    body: closed({
      key: ListKey,
      format: oneOf(['gazette', 'ftm', 'ftm-simple']),
      authority: Authority,
      name: text(200, { minLength: 3 }),
      power: text(300, { minLength: 3, description: 'The law it is made under' }),
      effects: Type.Array(LegalEffect, { minItems: 1, maxItems: 6, uniqueItems: true }),
      url: Type.Optional(nullable(Url)),
    }),
    status: 201,
    reply: DesignationList,
  }),
  followList: operation({
    method: 'PATCH',
    path: '/api/v1/lists/:list_key',
    room,
    summary: 'Have a list fetched by itself, or no longer',
    access: { roles: keepers },
    params: ofList,
    body: closed({
      fetched: Type.Boolean(),
      every_hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
    }),
    status: 200,
    reply: DesignationList,
  }),
  fetchList: operation({
    method: 'POST',
    path: '/api/v1/lists/:list_key/fetch',
    room,
    summary: 'Fetch a list once, soon',
    access: { roles: keepers },
    params: ofList,
    status: 202,
    reply: DesignationList,
  }),
  importList: operation({
    method: 'POST',
    path: '/api/v1/lists/:list_key',
    room,
    summary: 'Import an edition of a list; all of it or nothing',
    access: { roles: keepers },
    params: ofList,
    query: closed({
      force: Type.Optional(
        Type.Boolean({ description: 'Accept a list that shrank beyond the count guard' }),
      ),
    }),
    consumes: [
      'application/octet-stream',
      'application/xml',
      'text/xml',
      'application/atom+xml',
      'text/html',
      'text/csv',
      'application/x-ndjson',
      'application/zip',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    bodyLimit: 128 * 1024 * 1024,
    status: 200,
    reply: ListImportReply,
  }),
  listEditions: operation({
    method: 'GET',
    path: '/api/v1/lists/:list_key/editions',
    room,
    summary: 'The editions of a list that were imported, newest first',
    access: { roles: readers },
    params: ofList,
    query: closed(PageQuery),
    status: 200,
    reply: pageOf(ListEdition),
  }),
  listDesignations: operation({
    method: 'GET',
    path: '/api/v1/designations',
    room,
    summary: 'Designations by name; who was listed on a day',
    access: { roles: readers },
    query: closed({
      ...PageQuery,
      q: Type.Optional(text(200)),
      list_id: Type.Optional(Id),
      authority: Type.Optional(Authority),
      kind: Type.Optional(oneOf(['organisation', 'person'])),
      on: Type.Optional(
        Type.String({ format: 'date', description: 'Only who was listed on this day' }),
      ),
    }),
    status: 200,
    reply: pageOf(Designation),
  }),
  readDesignation: operation({
    method: 'GET',
    path: '/api/v1/designations/:designation_id',
    room,
    summary: 'One designation',
    access: { roles: readers },
    params: closed({ designation_id: Id }),
    status: 200,
    reply: Designation,
  }),
};
