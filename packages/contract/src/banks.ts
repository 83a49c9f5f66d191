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
 * Of banks of hashes: `md5`, `sha1`, `sha256` of files, `pdq` of pictures, `vpdq` of videos (their frames
 * as `hash,quality,seconds` in a JSON array, or as the vPDQ tool writes them), `tlsh` of texts.
 */
export const entryTypes = [
  'md5',
  'sha1',
  'sha256',
  'pdq',
  'vpdq',
  'tlsh',
  'url',
  'phrase',
] as const;
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
  entries: Type.Integer(),
  created_at: Instant,
});
export type Bank = Static<typeof Bank>;
export const BankEntry = closed({
  bank_entry_id: Id,
  bank_id: Id,
  type: EntryType,
  value: Type.String(),
  label: Type.String(),
  source: Type.String(),
  severity: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  status: EntryStatus,
  note: Type.String(),
  added_by: Type.String(),
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
const write = { roles: ['administrator', 'senior', 'analyst'], scopes: ['banks:write'] } as const;
const NewEntry = {
  type: EntryType,
  value: text(100_000, { minLength: 1, description: 'Only of vpdq above 4096 characters' }),
  label: text(300),
  source: text(300, { minLength: 1 }),
  severity: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 5 }))),
  note: Type.Optional(text(2000)),
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
    summary: 'Change the status or label of an entry, with a reason',
    access: write,
    params: entryParams,
    body: closed({
      version: Version,
      status: Type.Optional(EntryStatus),
      label: Type.Optional(text(300)),
      reason: text(1000, { minLength: 3 }),
    }),
    status: 200,
    reply: BankEntry,
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
