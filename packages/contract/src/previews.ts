import { Type, type Static } from 'typebox';
import { BankEntry } from './banks.ts';
import { Verdict } from './intake.ts';
import { LookupMatch } from './lookups.ts';
import { operation } from './operation.ts';
import { closed, Id, Instant, nullable, oneOf } from './schema.ts';

const { bank_entry_id, type, value, label, status } = BankEntry.properties;

/** An entry that finds something, and how much. */
export const PreviewedEntry = closed({
  bank_entry_id,
  type,
  value,
  label,
  status,
  confirmed: Type.Boolean(),
  items: Type.Integer({ description: 'Items it is found in' }),
  wide: Type.Boolean({
    description: 'It is found in more than one item of a hundred: more likely ordinary than known',
  }),
});
export type PreviewedEntry = Static<typeof PreviewedEntry>;

/** An item that would raise signals. */
export const PreviewedItem = closed({
  item_id: Id,
  external_id: Type.String(),
  received_at: Instant,
  verdict: Verdict,
  case_id: nullable(Id),
  text: nullable(Type.String({ description: 'Its first 2,000 characters' })),
  title: nullable(Type.String()),
  matches: Type.Array(LookupMatch, { description: 'The first 5' }),
});
export type PreviewedItem = Static<typeof PreviewedItem>;

/** `stopped`: why it did not go back as far as asked: the most items, or the time that it may take. */
export const BankPreview = closed({
  looked_at: Type.Integer({ description: 'Items compared, the newest first' }),
  oldest_at: nullable(Instant),
  stopped: nullable(oneOf(['most', 'time'])),
  found: Type.Integer({ description: 'Items in which something of the bank is found' }),
  fresh: Type.Integer({ description: 'Those of them that nothing was found in before' }),
  entries_found: Type.Integer({ description: 'Entries of the bank that find something' }),
  entries: Type.Array(PreviewedEntry, { description: 'Those that find most, up to 50' }),
  examples: nullable(
    Type.Array(PreviewedItem, {
      description: 'The newest items found, up to 20; null for who may not read items',
    }),
  ),
});
export type BankPreview = Static<typeof BankPreview>;

export const previews = {
  previewBank: operation({
    method: 'POST',
    path: '/api/v1/banks/:bank_id/preview',
    room: 'matching',
    summary:
      'What a bank, on or off, would find in items that are here already. Nothing is changed or kept',
    access: { roles: ['administrator', 'senior', 'analyst'], scopes: ['banks:write'] },
    params: closed({ bank_id: Id }),
    body: closed({
      days: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 90, default: 7, description: 'How far back' }),
      ),
      most: Type.Optional(Type.Integer({ minimum: 1, maximum: 50_000, default: 10_000 })),
    }),
    status: 200,
    reply: BankPreview,
  }),
};
