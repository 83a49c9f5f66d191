import { toBase64 } from './bytes.ts';
import type { JsonObject } from './canonical-json.ts';
import { openCheckpoint } from './checkpoint.ts';
import { LedgerError } from './errors.ts';
import { inclusionProof } from './merkle-proof.ts';
import { proofReader } from './proof-reader.ts';
import { RECEIPT_FORMAT } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import type { TileReader } from './tile.ts';
import { verifyReceipt } from './verify-receipt.ts';

/** What a receipt is made of. */
export type ReceiptParts = {
  event: JsonObject;
  salt: Uint8Array;
  /** From `commitBatch`, where the leaf stands for a batch. */
  batch?: { index: number; size: number; proof: readonly Uint8Array[] } | undefined;
  leafIndex: number;
  /** The log's signed checkpoint that covers the leaf. */
  checkpoint: string;
  vkey: string;
  origin?: string | undefined;
  readTile: TileReader;
};

/**
 * Makes the receipt for one event, and checks it as its holder will before handing it out.
 *
 * @throws LedgerError `bad-receipt` when it would not verify; what reading tiles and opening the
 * checkpoint throw.
 */
export async function issueReceipt(parts: ReceiptParts): Promise<Receipt> {
  const { event, salt, batch, leafIndex, checkpoint, vkey, origin, readTile } = parts;
  const { size } = openCheckpoint(checkpoint, vkey, origin);
  const proof = await inclusionProof(leafIndex, size, proofReader(readTile, size));
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    event,
    salt: toBase64(salt),
    leafIndex,
    treeSize: size,
    proof: proof.map(toBase64),
    checkpoint,
    ...(batch === undefined ? {} : { batch: { ...batch, proof: batch.proof.map(toBase64) } }),
  };
  const { ok, findings } = verifyReceipt({ receipt, vkey, origin });
  if (!ok) {
    const reasons = findings.map((finding) => `${finding.where}: ${finding.message}`).join('; ');
    throw new LedgerError('bad-receipt', `the receipt for leaf ${leafIndex} fails: ${reasons}`);
  }
  return receipt;
}
