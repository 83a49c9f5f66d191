import { HASH_SIZE, fromBase64, isCount } from './bytes.ts';
import type { JsonObject } from './canonical-json.ts';
import { LedgerError } from './errors.ts';

/** Names the form of a receipt, so that old receipts stay readable when the form changes. */
export const RECEIPT_FORMAT = 'commonweal-receipt-v1';

/**
 * What a person gets with a notice, as JSON: that this event stands in the public ledger. It holds
 * the event in clear; keep it as safe as the notice. Hashes and the salt are base64.
 */
export type Receipt = {
  format: typeof RECEIPT_FORMAT;
  event: JsonObject;
  salt: string;
  /** Where one leaf stands for many items: the path from this item to the leaf. */
  batch?: { index: number; size: number; proof: string[] };
  leafIndex: number;
  treeSize: number;
  proof: string[];
  /** The signed checkpoint of `treeSize`. */
  checkpoint: string;
};

function refuse(where: string, why: string): never {
  throw new LedgerError('bad-receipt', `${where} ${why}`);
}

function asObject(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(where, 'is not an object');
  }
  return value as Record<string, unknown>;
}

function asCount(value: unknown, where: string): number {
  return isCount(value) ? value : refuse(where, 'is not a whole number from 0');
}

function asText(value: unknown, where: string): string {
  return typeof value === 'string' ? value : refuse(where, 'is not text');
}

function asHash(value: unknown, where: string): string {
  const text = asText(value, where);
  const { length } = fromBase64(text, 'bad-receipt', where);
  return length === HASH_SIZE ? text : refuse(where, `has ${length} bytes, not 32`);
}

function asProof(value: unknown, where: string): string[] {
  // A tree of 2^53 leaves is 53 high; a longer proof is not a proof.
  if (!Array.isArray(value) || value.length > 53) refuse(where, 'is not a list of up to 53 hashes');
  return value.map((hash, i) => asHash(hash, `${where}[${i}]`));
}

/**
 * Checks the form of a receipt; its truth is for `verifyReceipt`.
 *
 * @throws LedgerError `bad-receipt`, naming the part that is wrong.
 */
export function parseReceipt(value: unknown): Receipt {
  const given = asObject(value, 'the receipt');
  if (given['format'] !== RECEIPT_FORMAT) refuse('format', `is not ${RECEIPT_FORMAT}`);
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    event: asObject(given['event'], 'event') as JsonObject,
    salt: asHash(given['salt'], 'salt'),
    leafIndex: asCount(given['leafIndex'], 'leafIndex'),
    treeSize: asCount(given['treeSize'], 'treeSize'),
    proof: asProof(given['proof'], 'proof'),
    checkpoint: asText(given['checkpoint'], 'checkpoint'),
  };
  if (given['batch'] === undefined) return receipt;
  const batch = asObject(given['batch'], 'batch');
  return {
    ...receipt,
    batch: {
      index: asCount(batch['index'], 'batch.index'),
      size: asCount(batch['size'], 'batch.size'),
      proof: asProof(batch['proof'], 'batch.proof'),
    },
  };
}
