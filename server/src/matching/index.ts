/**
 * Matching: what is known, and whether an item is of it. Owns bank, bank_change, bank_entry,
 * bank_entry_change, bank_import, bank_import_refusal, bank_revision and signal. Promises: matching is in memory and reads nothing but what it is handed;
 * every signal explains itself; a name is never more than a name; what this process withdrew stops
 * matching before that is answered, what others withdrew within a second; an entry is never deleted,
 * and its history says who changed it and why.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { expireEntries } from './expire-entries.ts';
import type { CasesOfItems } from './look-up.ts';
import { bankRoutes, lookupRoutes, previewRoutes } from './routes.ts';
import { importJobs, importRoutes } from './imports/routes.ts';
import './imports/tables.ts';
import { eraseQuotes } from './signals.ts';

export { type NewEntry } from './add-entries.ts';
export { runImports } from './imports/run-imports.ts';
export { type EntryChange } from './change-entry.ts';
export { countSignals } from './count-signals.ts';
export { type NewBank } from './create-bank.ts';
export { MOST_SIGNALS } from './find-signals.ts';
export { type EntriesImported } from './import-entries.ts';
export type { MatchableActor, MatchableItem, SignalDraft } from './matchable-item.ts';
export type { EntryFate } from './tables.ts';
export { requireEntry } from './store.ts';
export { matchItems, refreshMatcher } from './matchers.ts';
export {
  countSignalsOf,
  itemsFoundByAny,
  readSignals,
  reportDraft,
  type ReportSignal,
  type SignalsOfItem,
  storeSignals,
} from './signals.ts';

/** Adds the routes of the banks and of look-ups, and erases quotes of items that are erased. */
export function registerMatching(
  app: FastifyInstance,
  platform: Platform,
  casesOfItems: CasesOfItems,
): void {
  bankRoutes(app, platform);
  importRoutes(app, platform);
  lookupRoutes(app, platform, casesOfItems);
  previewRoutes(app, platform, casesOfItems);
  platform.events.on('items.erased', (trx, { deskId, itemIds }) =>
    eraseQuotes(trx, deskId, itemIds),
  );
}

/** Defines the clocks of this room: entries end on their date, and files of them are imported. */
export function matchingJobs(platform: Platform): void {
  platform.jobs.every('expire bank entries', 30, () => expireEntries(platform));
  importJobs(platform);
}
