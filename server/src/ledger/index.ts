/**
 * The ledger: what happened at a desk, as salted commitments in a public append-only tree. Owns
 * ledger_key, ledger_entry, ledger_secret, ledger_waiting, ledger_leaf, ledger_tile, ledger_head and
 * ledger_checkpoint. Promises: an event is recorded if and only if the change it tells of is; every
 * recorded event gets exactly one leaf; nothing ever leaves the tree; what is erased cannot be
 * guessed from what remains.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { sequenceLedgers } from './jobs.ts';
import { publicLedgerRoutes } from './public-routes.ts';
import { ledgerRoutes } from './routes.ts';

export { eraseSubject } from './erase-subject.ts';
export { growLedger } from './grow-ledger.ts';
export { checkLedger, type LedgerCheck } from './check-ledger.ts';
export { ledgerState, type LedgerState } from './ledger-state.ts';
export { deskSigner, ledgerOrigin, openLedger } from './open-ledger.ts';
export { itemReceiptFor, receiptFor, type BatchItem, type EntryName } from './receipt-for.ts';
export {
  batchStatement,
  recordBatch,
  recordEvent,
  type LedgerBatch,
  type LedgerEvent,
} from './record-event.ts';

/** Adds the ledger's routes and its sequencer. */
export function registerLedger(app: FastifyInstance, platform: Platform): void {
  ledgerRoutes(app, platform);
  publicLedgerRoutes(app, platform);
  sequenceLedgers(platform);
}
