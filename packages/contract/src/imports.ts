import { Type, type Static } from 'typebox';
import { EntryType } from './banks.ts';
import { operation } from './operation.ts';
import { closed, Id, Instant, nullable, oneOf, text } from './schema.ts';

const room = 'matching';

export const importFormats = ['csv', 'ndjson', 'lines'] as const;
export const importStates = ['waiting', 'running', 'done', 'stopped', 'failed'] as const;
/** Bytes of the largest file of entries that is taken in. */
export const mostImportBytes = 512 * 1024 * 1024;
/** Refused rows that are told one by one; of more, only the number. */
export const mostToldRefusals = 1000;

/** A file of entries on its way into a bank. `rows_read` is the sum of `added`, `already_there` and `refused`. */
export const BankImport = closed({
  bank_import_id: Id,
  bank_id: Id,
  name: Type.String({ description: 'Of the file' }),
  format: oneOf(importFormats),
  sha256: Type.String(),
  bytes: Type.Integer(),
  state: oneOf(importStates),
  bytes_read: Type.Integer(),
  rows_read: Type.Integer(),
  added: Type.Integer(),
  already_there: Type.Integer({
    description:
      'Their value was in the bank, or stood in the file before. They are left as they were',
  }),
  refused: Type.Integer(),
  problem: nullable(Type.String({ description: 'Why it failed. What was added before stays' })),
  by: Type.String(),
  created_at: Instant,
  ended_at: nullable(Instant),
});
export type BankImport = Static<typeof BankImport>;

/** A row that was not taken, by the line that it begins on, from 1. */
export const ImportRefusal = closed({ line: Type.Integer(), detail: Type.String() });
export type ImportRefusal = Static<typeof ImportRefusal>;

const bank = closed({ bank_id: Id });
const params = closed({ bank_id: Id, bank_import_id: Id });
const read = {
  roles: ['administrator', 'moderator', 'senior', 'legal', 'analyst', 'auditor'],
  scopes: ['banks:read'],
} as const;
const write = { roles: ['administrator', 'senior', 'analyst'], scopes: ['banks:write'] } as const;

export const imports = {
  startBankImport: operation({
    method: 'POST',
    path: '/api/v1/banks/:bank_id/imports',
    room,
    summary:
      'Import a file of entries: CSV, NDJSON, or one entry a line. It is read after the answer; rows that cannot be taken are refused one by one',
    access: write,
    params: bank,
    query: closed({
      name: Type.Optional(text(200, { description: 'Of the file, to know it by' })),
      format: Type.Optional(oneOf(importFormats)),
      type: Type.Optional(EntryType),
      label: Type.Optional(text(300)),
      source: Type.Optional(text(300)),
      severity: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    }),
    consumes: ['application/octet-stream', 'text/csv', 'application/x-ndjson', 'text/plain'],
    bodyLimit: mostImportBytes,
    status: 202,
    reply: BankImport,
  }),
  listBankImports: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id/imports',
    room,
    summary: 'The latest 20 imports into a bank, newest first',
    access: read,
    params: bank,
    status: 200,
    reply: closed({ data: Type.Array(BankImport) }),
  }),
  readBankImport: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id/imports/:bank_import_id',
    room,
    summary: 'How far an import has come',
    access: read,
    params,
    status: 200,
    reply: BankImport,
  }),
  listImportRefusals: operation({
    method: 'GET',
    path: '/api/v1/banks/:bank_id/imports/:bank_import_id/refusals',
    room,
    summary: 'Rows of an import that were refused, with their line and why; the first 1,000',
    access: read,
    params,
    status: 200,
    reply: closed({ data: Type.Array(ImportRefusal) }),
  }),
  stopBankImport: operation({
    method: 'POST',
    path: '/api/v1/banks/:bank_id/imports/:bank_import_id/stop',
    room,
    summary: 'Stop an import. What was added stays',
    access: write,
    params,
    status: 200,
    reply: BankImport,
  }),
};
