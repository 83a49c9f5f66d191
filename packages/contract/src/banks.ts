import { Type, type Static } from 'typebox';
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

const room = 'matching';

export const bankKinds = ['hash', 'url', 'phrase'] as const;
/**
 * What banks of hashes hold: `md5`, `sha1`, `sha256` of files, `pdq` of pictures, `vpdq` of videos (their
 * frames as `hash,quality,seconds` in a JSON array, or as the vPDQ tool writes them), `tlsh` of texts.
 */
export const hashTypes = ['md5', 'sha1', 'sha256', 'pdq', 'vpdq', 'tlsh'] as const;
/** The other kinds of banks hold one type each. */
export const entryTypes = [...hashTypes, 'url', 'phrase'] as const;
/** `active` matches and may act with a person; `disputed` signals but never acts; the others do not match. */
export const entryStatuses = ['active', 'disputed', 'withdrawn', 'expired'] as const;
export const BankKind = oneOf(bankKinds);
export type BankKind = Static<typeof BankKind>;
export const EntryType = oneOf(entryTypes);
export type EntryType = Static<typeof EntryType>;
export const EntryStatus = oneOf(entryStatuses);
export type EntryStatus = Static<typeof EntryStatus>;

export const Bank = closed({
  bank_id: Id,
  name: Type.String(),
  kind: BankKind,
  description: Type.String(),
  source: Type.String(),
  on: Type.Boolean({ description: 'Off, nothing of it is found' }),
  entries: Type.Integer(),
  pdq_distance: nullable(
    Type.Integer({
      minimum: 0,
      maximum: 31,
      description: 'Of a bank of hashes: bits of PDQ in which a picture may differ and still match',
    }),
  ),
  created_at: Instant,
});
export type Bank = Static<typeof Bank>;
export const BankEntry = closed({
  bank_entry_id: Id,
  bank_id: Id,
  type: EntryType,
  value: Type.String({ description: 'Of a video (vpdq) no more than its first 4096 characters' }),
  label: Type.String(),
  source: Type.String(),
  severity: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  status: EntryStatus,
  note: Type.String(),
  added_by: Type.String(),
  added_by_id: nullable(Id),
  confirmed_by: nullable(
    Type.String({
      description: 'Who else looked at it. Until somebody did, it raises signals and never acts',
    }),
  ),
  confirmed_at: nullable(Instant),
  expires_at: nullable(Instant),
  created_at: Instant,
  updated_at: Instant,
  version: Version,
});
export type BankEntry = Static<typeof BankEntry>;
export const BankEntryChange = closed({
  at: Instant,
  by: Type.String(),
  change: Type.String(),
  from: nullable(Type.String()),
  to: nullable(Type.String()),
  reason: Type.String(),
});

const params = closed({ bank_id: Id });
const entryParams = closed({ bank_id: Id, bank_entry_id: Id });
const read = {
  roles: ['administrator', 'moderator', 'senior', 'legal', 'analyst', 'auditor'],
  scopes: ['banks:read'],
} as const;
/** By a person: a program cannot say that it looked. */
const confirm = { roles: ['administrator', 'senior', 'analyst'] } as const;
const write = { roles: ['administrator', 'senior', 'analyst'], scopes: ['banks:write'] } as const;
const NewEntry = {
  type: EntryType,
  value: text(100_000, { minLength: 1, description: 'Only of vpdq above 4096 characters' }),
  label: text(300),
  source: text(300, { minLength: 1 }),
  severity: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 5 }))),
  note: Type.Optional(text(2000)),
  expires_at: Type.Optional(nullable(Instant)),
};

export const banks = {
  listBanks: operation({
    method: 'GET',
    path: '/api/v1/banks',
    room,
    summary: 'Banks',
    access: read,
    query: closed(PageQuery),
    status: 200,
    reply: pageOf(Bank),
  }),
  createBank: operation({
    method: 'POST',
    path: '/api/v1/banks',
    room,
    summary: 'Make a bank',
    access: write,
    body: closed({
      name: text(120, { minLength: 1 }),
      kind: BankKind,
      description: text(2000),
      source: text(300, { minLength: 1 }),
      pdq_distance: Type.Optional(Type.Integer({ minimum: 0, maximum: 31 })),
      on: Type.Optional(
        Type.Boolean({ default: true, description: 'Off: to be filled and previewed first' }),
      ),
    }),
    status: 201,
    reply: Bank,
  }),
  readBank: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id',
    room,
    summary: 'One bank',
    access: read,
    params,
    status: 200,
    reply: Bank,
  }),
  switchBank: operation({
    method: 'PATCH',
    path: '/api/v1/banks/:bank_id',
    room,
    summary:
      'Switch a bank on or off, with a reason. Off, nothing of it is found; signals and decisions that are there stay',
    access: write,
    params,
    body: closed({ on: Type.Boolean(), reason: text(1000, { minLength: 3 }) }),
    status: 200,
    reply: Bank,
  }),
  readBankHistory: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id/history',
    room,
    summary: 'When a bank was made and switched on or off, by whom and why',
    access: read,
    params,
    status: 200,
    reply: closed({ data: Type.Array(BankEntryChange) }),
  }),
  listBankEntries: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id/entries',
    room,
    summary: 'Entries of a bank',
    access: read,
    params,
    query: closed({
      ...PageQuery,
      status: Type.Optional(EntryStatus),
      confirmed: Type.Optional(oneOf(['yes', 'no'])),
      q: Type.Optional(text(200)),
    }),
    status: 200,
    reply: pageOf(BankEntry),
  }),
  addBankEntry: operation({
    method: 'POST',
    path: '/api/v1/banks/:bank_id/entries',
    room,
    summary: 'Add an entry',
    access: write,
    params,
    body: closed(NewEntry),
    status: 201,
    reply: BankEntry,
  }),
  importBankEntries: operation({
    method: 'POST',
    path: '/api/v1/banks/:bank_id/import',
    room,
    summary: 'Import entries from CSV (type,value,label,source,severity,note); all rows or none',
    access: write,
    params,
    body: closed({ csv: Type.String({ maxLength: 16 * 1024 * 1024 }) }),
    bodyLimit: 17 * 1024 * 1024,
    status: 200,
    reply: closed({ added: Type.Integer(), already_there: Type.Integer() }),
  }),
  changeBankEntry: operation({
    method: 'PATCH',
    path: '/api/v1/banks/:bank_id/entries/:bank_entry_id',
    room,
    summary: 'Change the status, the label or the end of an entry, with a reason',
    access: write,
    params: entryParams,
    body: closed({
      version: Version,
      status: Type.Optional(EntryStatus),
      label: Type.Optional(text(300)),
      expires_at: Type.Optional(nullable(Instant)),
      reason: text(1000, { minLength: 3 }),
    }),
    status: 200,
    reply: BankEntry,
  }),
  confirmBankEntry: operation({
    method: 'POST',
    path: '/api/v1/banks/:bank_id/entries/:bank_entry_id/confirm',
    room,
    summary: 'Confirm an entry that somebody else added',
    access: confirm,
    params: entryParams,
    body: closed({ version: Version }),
    status: 200,
    reply: BankEntry,
  }),
  confirmBankEntries: operation({
    method: 'POST',
    path: '/api/v1/banks/:bank_id/confirm',
    room,
    summary: 'Confirm all entries of a bank that others added and nobody confirmed',
    access: confirm,
    params,
    status: 200,
    reply: closed({
      confirmed: Type.Integer(),
      own: Type.Integer({ description: 'Left for somebody else, because you added them' }),
    }),
  }),
  readBankEntryHistory: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id/entries/:bank_entry_id/history',
    room,
    summary: 'What happened to an entry',
    access: read,
    params: entryParams,
    status: 200,
    reply: closed({ data: Type.Array(BankEntryChange) }),
  }),
};
