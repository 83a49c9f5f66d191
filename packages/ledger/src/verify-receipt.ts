import { equalBytes, toBase64 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { commit } from './commitment.ts';
import { attempt, collectFindings } from './findings.ts';
import type { Finding, Findings } from './findings.ts';
import { hashLeaf } from './merkle-hash.ts';
import { rootFromInclusion } from './merkle-verify.ts';
import { parseVerifierKey } from './note-key.ts';
import { parseReceipt } from './receipt.ts';
import type { Receipt } from './receipt.ts';

/** A receipt and the key to check it with; the key comes from somewhere other than the receipt. */
export type ReceiptVerification = {
  /** A `Receipt`, or whatever JSON was handed in as one. */
  receipt: unknown;
  vkey: string;
  /** The log's name, where it is not the key's name. */
  origin?: string | undefined;
};

/** What was found. With `ok`, the event stood at `leafIndex` when the log signed for `treeSize`. */
export type ReceiptReport = {
  ok: boolean;
  findings: Finding[];
  leafIndex: number | null;
  treeSize: number | null;
  /** The ledger leaf's data, base64: to be looked up under `tile/entries/`. */
  leafData: string | null;
};

function decodeAll(hashes: readonly string[]): Uint8Array[] {
  return hashes.map((hash) => Buffer.from(hash, 'base64'));
}

/** The data of the ledger leaf: the event's commitment, or the root of the batch that holds it. */
function leafDataOf(receipt: Receipt, findings: Findings): Uint8Array | null {
  const commitment = attempt(findings, 'commitment-mismatch', 'event', () =>
    commit(Buffer.from(receipt.salt, 'base64'), receipt.event),
  );
  if (commitment === null || receipt.batch === undefined) return commitment;
  const { index, size, proof } = receipt.batch;
  const leafHash = hashLeaf(commitment);
  const root = rootFromInclusion({ index, size, leafHash, proof: decodeAll(proof) });
  if (root === null) {
    const message = `no batch of ${size} has an item ${index} with a proof of ${proof.length} hashes`;
    findings.add('not-in-batch', 'batch', message);
  }
  return root;
}

/**
 * Checks a receipt: that event and salt give a commitment, that it leads (through its batch) to the
 * leaf, the leaf to the root, and that the log signed that root. Needs no network. To see also that
 * the log still stands by it, give the receipt's checkpoint to `verifyLog` as the previous one.
 *
 * A wrong receipt or key is a finding; it does not throw for them.
 */
export function verifyReceipt({ receipt, vkey, origin }: ReceiptVerification): ReceiptReport {
  const findings = collectFindings();
  const report: ReceiptReport = {
    ok: false,
    findings: findings.list,
    leafIndex: null,
    treeSize: null,
    leafData: null,
  };
  const key = attempt(findings, 'key', 'vkey', () => parseVerifierKey(vkey));
  const given = attempt(findings, 'receipt-malformed', 'receipt', () => parseReceipt(receipt));
  if (key === null || given === null) return report;
  const checkpoint = attempt(findings, 'checkpoint-invalid', 'checkpoint', () =>
    openCheckpoint(given.checkpoint, vkey, origin),
  );
  const leafData = leafDataOf(given, findings);
  if (checkpoint === null || leafData === null) return report;
  if (checkpoint.size !== given.treeSize) {
    const message = `the checkpoint is of ${checkpoint.size} leaves, the receipt of ${given.treeSize}`;
    findings.add('checkpoint-invalid', 'treeSize', message);
    return report;
  }
  const root = rootFromInclusion({
    index: given.leafIndex,
    size: given.treeSize,
    leafHash: hashLeaf(leafData),
    proof: decodeAll(given.proof),
  });
  if (root === null || !equalBytes(root, checkpoint.root)) {
    findings.add(
      'not-in-log',
      'proof',
      'event, salt and proof do not lead to the signed root: one of them is not as it was recorded',
    );
    return report;
  }
  report.ok = true;
  report.leafIndex = given.leafIndex;
  report.treeSize = given.treeSize;
  report.leafData = toBase64(leafData);
  return report;
}
