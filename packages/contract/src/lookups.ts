import { Type, type Static } from 'typebox';
import { EntryStatus, EntryType } from './banks.ts';
import { Signal, StoredFile } from './intake.ts';
import { operation } from './operation.ts';
import { closed, Id, Instant, nullable, oneOf, text } from './schema.ts';

const { signal_id: _id, at: _at, ...found } = Signal.properties;
/** As a signal says it, but that nothing is kept. */
export const LookupMatch = closed(found);
export type LookupMatch = Static<typeof LookupMatch>;

/** A match, and the bank of the entry behind it; null of what is no entry of a bank. */
export const KnownMatch = closed({ ...found, bank_id: nullable(Id) });
export type KnownMatch = Static<typeof KnownMatch>;

/** An entry whose value is exactly what was asked, however it stands. */
export const LookupEntry = closed({
  bank_id: Id,
  bank: Type.String(),
  bank_entry_id: Id,
  type: EntryType,
  label: Type.String(),
  source: Type.String(),
  status: EntryStatus,
  confirmed: Type.Boolean(),
  changed_at: Instant,
  changed_by: Type.String({ description: 'Whoever gave it this status' }),
  reason: Type.String({ description: 'Why it has this status' }),
});
export type LookupEntry = Static<typeof LookupEntry>;

const { file_id: _file, held: _held, url: _url, ...looked } = StoredFile.properties;

export const LookupReply = closed({
  kind: oneOf(['hash', 'url', 'text', 'file']),
  read_as: Type.Array(EntryType, {
    description: 'What the value was taken for; a hash of 64 digits may be of two types',
  }),
  file: nullable(closed(looked)),
  matches: Type.Array(KnownMatch, { description: 'What would be signals of an item with it' }),
  entries: Type.Array(LookupEntry, {
    description:
      'Entries with exactly this value, however they stand, newest first, up to 100; of a link also those that cover it',
  }),
  seen: nullable(
    Type.Array(
      closed({
        item_id: Id,
        external_id: Type.String(),
        received_at: Instant,
        case_id: nullable(Id),
      }),
      {
        description:
          'The latest items with this very file, newest first, up to 10. Null when what was asked has no SHA-256, and for who may not read items',
      },
    ),
  ),
});
export type LookupReply = Static<typeof LookupReply>;

export const lookups = {
  lookUp: operation({
    method: 'POST',
    path: '/api/v1/lookups',
    room: 'matching',
    summary:
      'Ask what is known of a hash, a link or a text (JSON), or of a file (multipart, one part `file`). Nothing is kept',
    access: {
      roles: ['administrator', 'moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
      scopes: ['banks:read'],
    },
    body: closed({
      hash: Type.Optional(
        text(200, { minLength: 1, description: 'MD5, SHA-1, SHA-256, PDQ or TLSH' }),
      ),
      url: Type.Optional(text(4096, { minLength: 1 })),
      text: Type.Optional(text(100_000, { minLength: 1 })),
    }),
    consumes: ['multipart/form-data'],
    ratePerMinute: 120,
    status: 200,
    reply: LookupReply,
  }),
};
