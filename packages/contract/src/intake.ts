import { surfaces } from '@commonweal/law';
import { Type, type Static } from 'typebox';
import { EntryStatus } from './banks.ts';
import { Because } from './because.ts';
import { operation } from './operation.ts';
import {
  closed,
  Id,
  Instant,
  LanguageTag,
  nullable,
  oneOf,
  pageOf,
  PageQuery,
  Problem,
  Sha256,
  text,
  Territory,
  Url,
} from './schema.ts';

const room = 'intake';

export const itemKinds = [
  'post',
  'comment',
  'message',
  'file',
  'profile',
  'group',
  'stream',
] as const;
export const verdicts = ['clear', 'review', 'measured'] as const;
export const Verdict = oneOf(verdicts);
export type Verdict = Static<typeof Verdict>;

export const Actor = closed({
  external_id: text(200, {
    minLength: 1,
    description: "The platform's own pseudonymous id of the account",
  }),
  display_name: Type.Optional(text(300)),
  handle: Type.Optional(text(200)),
  bio: Type.Optional(text(5000)),
  language: Type.Optional(LanguageTag),
});
export const KnownFile = closed({
  name: Type.Optional(text(300)),
  media_type: Type.Optional(Type.String({ maxLength: 100, pattern: '^[\\w.+-]+/[\\w.+-]+$' })),
  bytes: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  md5: Type.Optional(Type.String({ pattern: '^[0-9a-f]{32}$' })),
  sha1: Type.Optional(Type.String({ pattern: '^[0-9a-f]{40}$' })),
  sha256: Type.Optional(Sha256),
  url: Type.Optional(
    Type.String({
      ...Url,
      description: 'Where the file lies: fetched after the answer, where the desk allows it',
    }),
  ),
});
export const NewItem = closed({
  external_id: text(200, { minLength: 1, description: "The platform's id of the item" }),
  kind: oneOf(itemKinds),
  surface: oneOf(surfaces),
  posted_at: Type.Optional(Instant),
  url: Type.Optional(Url),
  title: Type.Optional(text(1000, { description: 'Title, or name of the group' })),
  text: Type.Optional(text(100_000)),
  language: Type.Optional(LanguageTag),
  territory: Type.Optional(Territory),
  actor: Type.Optional(Actor),
  links: Type.Optional(Type.Array(Type.String({ maxLength: 2048 }), { maxItems: 100 })),
  files: Type.Optional(
    Type.Array(KnownFile, {
      maxItems: 20,
      description:
        'Hashes the platform already has, or addresses to fetch from; the files themselves go by multipart',
    }),
  ),
  audience: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 2_147_483_647,
      description: 'Views, members or followers',
    }),
  ),
  participant_report: Type.Optional(
    closed(
      { reporter_external_id: text(200, { minLength: 1 }), said: text(5000) },
      {
        description:
          'Required with the content of a private or encrypted item: a participant reported it',
      },
    ),
  ),
});
export type NewItem = Static<typeof NewItem>;

export const signalKinds = [
  'hash',
  'picture',
  'video',
  'near_text',
  'url',
  'phrase',
  'listed_name',
  'report',
  'trusted_flagger',
  'state_request',
  'partner',
] as const;
export const signalStrengths = ['match', 'similar', 'name_only', 'report', 'partner'] as const;
export const Signal = closed({
  signal_id: Id,
  kind: oneOf(signalKinds),
  strength: oneOf(signalStrengths),
  disputed: Type.Boolean(),
  confirmed: Type.Boolean({
    description: 'A second person vouches for the entry; true of what is no entry of a bank',
  }),
  entry_status: Type.Union([EntryStatus, Type.Null()], {
    description: 'How the entry of the bank stands now; null of what is no entry of a bank',
  }),
  explanation: Type.String({
    description: 'Plain English: what matched what, and where',
  }),
  because: nullable(Because),
  field: nullable(Type.String()),
  matched: nullable(Type.String()),
  start: nullable(Type.Integer()),
  end: nullable(Type.Integer()),
  source: Type.String({ description: 'The bank, list or person that says so' }),
  label: Type.String(),
  severity: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  reference_id: nullable(Id),
  at: Instant,
});
export type Signal = Static<typeof Signal>;

/**
 * `none`: nothing is owed, and it is compared by its digests alone. `pending`: it will be, and its item
 * judged again. `done`: compared by what it looks like. `failed`: it could not be, and the note says why.
 */
export const hashingStates = ['none', 'pending', 'done', 'failed'] as const;
const hashing = {
  hashing: oneOf(hashingStates),
  hashing_note: nullable(Type.String({ description: 'Why it could not be compared' })),
};

export const ItemReply = closed({
  item_id: Id,
  external_id: Type.String(),
  verdict: Verdict,
  signals: Type.Array(Signal),
  case_id: nullable(Id),
  received_at: Instant,
  duplicate: Type.Boolean({ description: 'True when this very item was already here' }),
  files: Type.Optional(
    Type.Array(closed({ file_id: Id, name: nullable(Type.String()), ...hashing }), {
      description: 'Where each file of the item stands; left out of items without files',
    }),
  ),
});
export type ItemReply = Static<typeof ItemReply>;
/** Bytes that one file may have, of an item or of what is looked up. */
export const mostFileBytes = 32 * 1024 * 1024;

export const StoredFile = closed({
  file_id: Id,
  name: nullable(Type.String()),
  media_type: Type.String(),
  bytes: nullable(Type.Integer()),
  md5: nullable(Type.String()),
  sha1: nullable(Type.String()),
  sha256: nullable(Type.String()),
  held: Type.Boolean({ description: 'Whether the desk holds the file itself' }),
  url: nullable(Type.String({ description: 'Where it was, or is to be, fetched from' })),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
  ...hashing,
  pdq: nullable(
    closed({
      hash: Type.String({ description: 'As pdqhash for Python computes it, from all pixels' }),
      tool_hash: Type.String({ description: 'As the command line tool of PDQ computes it' }),
      quality: Type.Integer({ description: '0 to 100; below 50 it is not compared' }),
    }),
  ),
});
export type StoredFile = Static<typeof StoredFile>;
export const Item = closed({
  item_id: Id,
  external_id: Type.String(),
  kind: oneOf(itemKinds),
  surface: oneOf(surfaces),
  posted_at: nullable(Instant),
  received_at: Instant,
  url: nullable(Type.String()),
  title: nullable(Type.String()),
  text: nullable(Type.String()),
  language: nullable(Type.String()),
  territory: nullable(Type.String()),
  actor: nullable(Actor),
  links: Type.Array(Type.String()),
  files: Type.Array(StoredFile),
  audience: nullable(Type.Integer()),
  participant_reported: Type.Boolean(),
  verdict: Verdict,
  signals: Type.Array(Signal),
  case_id: nullable(Id),
  retention_until: Instant,
});
export type Item = Static<typeof Item>;

export const reporterKinds = ['user', 'trusted_flagger', 'authority', 'partner'] as const;
/** What a report can say that something is. */
export const reportReasons = ['terrorism', 'threat', 'violence', 'recruitment', 'other'] as const;
export const NewReport = closed({
  item_external_id: Type.Optional(text(200, { minLength: 1 })),
  item_id: Type.Optional(Id),
  item: Type.Optional(NewItem),
  reporter: closed({
    kind: oneOf(reporterKinds),
    external_id: text(200, { minLength: 1 }),
    name: Type.Optional(text(200)),
    language: Type.Optional(LanguageTag),
  }),
  reason: oneOf(reportReasons),
  said: text(5000, { minLength: 1 }),
  good_faith: Type.Boolean({
    description: 'The reporter says the report is accurate (DSA Art 16(2)(d))',
  }),
});
export type NewReport = Static<typeof NewReport>;
export const ReportReply = closed({
  report_id: Id,
  item_id: Id,
  case_id: nullable(Id),
  received_at: Instant,
  notice_url: Type.String({ description: 'Where the reporter learns the outcome' }),
});
export type ReportReply = Static<typeof ReportReply>;

const params = closed({ item_id: Id });
const readAccess = {
  roles: ['moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
  scopes: ['items:read'],
} as const;

export const intake = {
  createItem: operation({
    method: 'POST',
    path: '/api/v1/items',
    room,
    summary: 'Hand in an item (JSON, or multipart with an `item` part and files)',
    access: { scopes: ['items:write'] },
    body: NewItem,
    consumes: ['multipart/form-data'],
    bodyLimit: 1024 * 1024,
    status: 202,
    reply: ItemReply,
  }),
  createItems: operation({
    method: 'POST',
    path: '/api/v1/items/batch',
    room,
    summary: 'Hand in up to 500 items, one JSON object a line; each line is answered by itself',
    access: { scopes: ['items:write'] },
    consumes: ['application/x-ndjson'],
    bodyLimit: 16 * 1024 * 1024,
    status: 200,
    reply: closed({
      accepted: Type.Integer(),
      refused: Type.Integer(),
      data: Type.Array(
        closed({
          line: Type.Integer(),
          item: nullable(ItemReply),
          problem: nullable(Type.Object(Problem.properties, { additionalProperties: true })),
        }),
      ),
    }),
  }),
  listItems: operation({
    method: 'GET',
    path: '/api/v1/items',
    room,
    summary: 'Items, newest first',
    access: readAccess,
    query: closed({
      ...PageQuery,
      verdict: Type.Optional(Verdict),
      external_id: Type.Optional(text(200)),
      actor: Type.Optional(text(200)),
    }),
    status: 200,
    reply: pageOf(Item),
  }),
  readItem: operation({
    method: 'GET',
    path: '/api/v1/items/:item_id',
    room,
    summary: 'One item with its signals',
    access: { ...readAccess, scopes: ['items:read', 'items:write'] },
    params,
    status: 200,
    reply: Item,
  }),
  readItemFile: operation({
    method: 'GET',
    path: '/api/v1/items/:item_id/files/:file_id',
    room,
    summary: 'A file of an item, as an attachment',
    access: { roles: ['moderator', 'senior', 'legal', 'appeals', 'auditor'] },
    params: closed({ item_id: Id, file_id: Id }),
    status: 200,
    reply: Type.Unknown(),
  }),
  createReport: operation({
    method: 'POST',
    path: '/api/v1/reports',
    room,
    summary: 'Report an item',
    access: { scopes: ['reports:write'] },
    body: NewReport,
    status: 202,
    reply: ReportReply,
  }),
};
