import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { commit, commitBatch } from './commitment.ts';
import { LedgerError } from './errors.ts';
import { issueReceipt } from './issue-receipt.ts';
import { memoryLog, sampleCommitments } from './log-fixture.ts';
import { sha256 } from './merkle-hash.ts';
import { parseReceipt } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { verifyLog } from './verify-log.ts';
import { verifyReceipt } from './verify-receipt.ts';

const event = {
  kind: 'decision',
  measure: { type: 'demote', until: '2026-04-01' },
  ground: 'policy 3.2',
};
const salt = sha256(Buffer.from('salt'));
const commitment = commit(salt, event);

async function receiptAt(index: number, size: number): Promise<{ receipt: Receipt; vkey: string }> {
  const log = memoryLog();
  const checkpoint = await log.publish(sampleCommitments(size).with(index, commitment));
  const { vkey, readTile } = log;
  const receipt = await issueReceipt({ event, salt, leafIndex: index, checkpoint, vkey, readTile });
  return { receipt, vkey };
}

async function batchReceipt(): Promise<{ receipt: Receipt; vkey: string }> {
  const log = memoryLog();
  const { root, size, inclusionProof } = commitBatch(sampleCommitments(11).with(4, commitment));
  await log.publish(sampleCommitments(299));
  const checkpoint = await log.publish([root]);
  const { vkey, readTile } = log;
  const batch = { index: 4, size, proof: inclusionProof(4) };
  const parts = { event, salt, batch, leafIndex: 299, checkpoint, vkey, readTile };
  return { receipt: await issueReceipt(parts), vkey };
}

const kindsOf = (receipt: unknown, vkey: string): string[] =>
  verifyReceipt({ receipt, vkey }).findings.map((finding) => finding.kind);

const throughJson = (receipt: Receipt): unknown => JSON.parse(JSON.stringify(receipt));

test('a receipt verifies after a journey through JSON, wherever its leaf stands', async () => {
  const place = fc
    .integer({ min: 1, max: 600 })
    .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(place, async ([index, size]) => {
      const { receipt, vkey } = await receiptAt(index, size);
      const report = verifyReceipt({ receipt: throughJson(receipt), vkey });
      assert.deepEqual(report, {
        ok: true,
        findings: [],
        leafIndex: index,
        treeSize: size,
        leafData: Buffer.from(commitment).toString('base64'),
      });
    }),
    { numRuns: 20 },
  );
});

test('a receipt for one item of a batch verifies', async () => {
  const { receipt, vkey } = await batchReceipt();
  assert.deepEqual(kindsOf(throughJson(receipt), vkey), []);
});

test('every part of a receipt matters', async () => {
  const { receipt, vkey } = await batchReceipt();
  const { batch, proof } = receipt;
  assert.ok(batch);
  const zero = Buffer.alloc(32).toString('base64');
  const changed: [string, Partial<Receipt>][] = [
    ['not-in-log', { event: { ...event, ground: 'policy 3.3' } }],
    ['not-in-log', { salt: zero }],
    ['not-in-log', { leafIndex: 298 }],
    ['not-in-log', { proof: proof.with(0, zero) }],
    ['not-in-log', { proof: proof.slice(1) }],
    ['not-in-log', { batch: { ...batch, proof: batch.proof.with(0, zero) } }],
    ['not-in-log', { batch: { ...batch, index: 5 } }],
    ['not-in-batch', { batch: { ...batch, index: 11 } }],
    ['not-in-batch', { batch: { ...batch, proof: [] } }],
    ['checkpoint-invalid', { treeSize: 301 }],
    ['checkpoint-invalid', { checkpoint: receipt.checkpoint.replace('\n300\n', '\n301\n') }],
    ['commitment-mismatch', { event: { half: '\ud800' } }],
  ];
  for (const [kind, part] of changed) {
    assert.deepEqual(kindsOf({ ...receipt, ...part }, vkey), [kind], JSON.stringify(part));
  }
  const { batch: _, ...withoutBatch } = receipt;
  assert.deepEqual(kindsOf(withoutBatch, vkey), ['not-in-log']);
  assert.deepEqual(kindsOf(receipt, memoryLog('another key').vkey), ['checkpoint-invalid']);
  assert.deepEqual(kindsOf(receipt, 'nonsense'), ['key']);
});

test('what is not a receipt is refused with the part that is wrong', async () => {
  const { receipt, vkey } = await batchReceipt();
  const wrong: [unknown, RegExp][] = [
    [null, /the receipt is not an object/],
    [[], /the receipt is not an object/],
    [{ ...receipt, format: 'v0' }, /^format/],
    [{ ...receipt, event: 'text' }, /^event/],
    [{ ...receipt, salt: 'AAAA' }, /^salt has 3 bytes/],
    [{ ...receipt, salt: '!' }, /^salt is not standard base64/],
    [{ ...receipt, leafIndex: '1' }, /^leafIndex/],
    [{ ...receipt, treeSize: -1 }, /^treeSize/],
    [{ ...receipt, proof: 'none' }, /^proof is not a list/],
    [{ ...receipt, proof: [7] }, /^proof\[0\] is not text/],
    [{ ...receipt, proof: Array.from({ length: 54 }, () => receipt.salt) }, /^proof is not a list/],
    [{ ...receipt, checkpoint: 5 }, /^checkpoint/],
    [{ ...receipt, batch: { ...receipt.batch, size: 0.5 } }, /^batch\.size/],
  ];
  for (const [value, message] of wrong) {
    assert.throws(
      () => parseReceipt(value),
      (error: unknown) => error instanceof LedgerError && message.test(error.message),
      String(message),
    );
    assert.deepEqual(kindsOf(value, vkey), ['receipt-malformed']);
  }
});

test('a receipt that would not verify is never issued', async () => {
  const log = memoryLog();
  const checkpoint = await log.publish(sampleCommitments(3));
  const { vkey, readTile } = log;
  await assert.rejects(
    issueReceipt({ event, salt, leafIndex: 1, checkpoint, vkey, readTile }),
    (error: unknown) => error instanceof LedgerError && error.code === 'bad-receipt',
  );
});

test("a receipt's checkpoint serves to see that the log still stands by it", async () => {
  const log = memoryLog();
  const checkpoint = await log.publish([commitment]);
  const { vkey, readTile, fetchBytes } = log;
  const receipt = await issueReceipt({ event, salt, leafIndex: 0, checkpoint, vkey, readTile });
  await log.publish(sampleCommitments(400));
  const report = await verifyLog({ vkey, fetchBytes, previousCheckpoint: receipt.checkpoint });
  assert.ok(report.ok);
  assert.equal(report.continues, 1);
});
