import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatCheckpoint } from './checkpoint.ts';
import { commit } from './commitment.ts';
import { LOG_NAME, flipBit, memoryLog, sampleCommitments } from './log-fixture.ts';
import type { MemoryLog } from './log-fixture.ts';
import { sha256 } from './merkle-hash.ts';
import { noteSigner } from './note-key.ts';
import { signNote } from './note.ts';
import { verifyLog } from './verify-log.ts';
import type { LogReport } from './verify-log.ts';

const check = async (log: MemoryLog, previousCheckpoint?: string): Promise<LogReport> =>
  verifyLog({ vkey: log.vkey, fetchBytes: log.fetchBytes, previousCheckpoint });

const kindsOf = (report: LogReport): string[] => report.findings.map((finding) => finding.kind);

const signWithSeed = (seedText: string, text: string): Buffer =>
  Buffer.from(signNote(text, [noteSigner(LOG_NAME, sha256(Buffer.from(seedText)))]));

/** A log of 1000 leaves in two steps, and the checkpoint after the first 600. */
async function thousand(): Promise<{ log: MemoryLog; earlier: string }> {
  const log = memoryLog();
  const earlier = await log.publish(sampleCommitments(600));
  await log.publish(sampleCommitments(400, 600));
  return { log, earlier };
}

test('a sound log of any size verifies, and continues any of its earlier checkpoints', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (counts, pick) => {
      const log = memoryLog();
      const notes: { note: string; size: number }[] = [];
      for (const count of counts) {
        const note = await log.publish(sampleCommitments(count, log.commitments.length));
        notes.push({ note, size: log.commitments.length });
      }
      const earlier = notes[pick % notes.length];
      const report = await check(log, earlier?.note);
      assert.deepEqual(report.findings, []);
      assert.ok(report.ok);
      assert.equal(report.leavesRead, log.commitments.length);
      assert.equal(report.continues, earlier?.size);
      assert.equal(report.checkpoint, notes.at(-1)?.note);
    }),
    { numRuns: 20 },
  );
});

test('any one bit turned in any file the verifier reads is found', async () => {
  const { log } = await thousand();
  const read = new Set<string>();
  await verifyLog({
    vkey: log.vkey,
    fetchBytes: async (path) => {
      if (log.files.has(path)) read.add(path);
      return log.fetchBytes(path);
    },
  });
  assert.equal(read.size, 10);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...read), fc.nat(), async (path, at) => {
      const good = log.files.get(path) as Uint8Array;
      log.files.set(path, flipBit(good, at));
      const report = await check(log);
      log.files.set(path, good);
      assert.ok(!report.ok);
      assert.ok(report.findings.length > 0);
    }),
  );
});

test('a changed commitment, leaf hash or upper tile is reported where it is', async () => {
  const { log } = await thousand();
  const where = async (path: string, at: number): Promise<string[]> => {
    const good = log.files.get(path) as Uint8Array;
    log.files.set(path, flipBit(good, at));
    const report = await check(log);
    log.files.set(path, good);
    return report.findings.map((finding) => `${finding.kind} ${finding.where}`);
  };
  assert.deepEqual(await where('tile/entries/001', 34 * 5 + 2), [
    'entry-mismatch tile/entries/001',
  ]);
  assert.deepEqual(await where('tile/1/000.p/3', 40), ['tile-mismatch tile/1/000.p/3']);
  assert.deepEqual(await where('tile/0/001', 32 * 5), [
    'entry-mismatch tile/entries/001',
    'tile-mismatch tile/1/000.p/3',
    'root-mismatch checkpoint',
  ]);
});

test('a missing tile is found, its commitments standing in; without both the check stops there', async () => {
  const { log } = await thousand();
  log.files.delete('tile/0/001');
  const report = await check(log);
  assert.deepEqual(kindsOf(report), ['tile-missing']);
  assert.equal(report.leavesRead, 1000);
  log.files.delete('tile/entries/001');
  const stopped = await check(log);
  assert.deepEqual(kindsOf(stopped).sort(), ['entries-missing', 'tile-missing']);
  assert.equal(stopped.leavesRead, 256);
  assert.ok(!stopped.ok);
});

test('a partial tile that gave way to the full one is no fault', async () => {
  const log = memoryLog();
  const note = await log.publish(sampleCommitments(600));
  await log.publish(sampleCommitments(400, 600));
  for (const path of log.files.keys()) {
    if (/(0|entries)\/002\.p\/88$/.test(path)) log.files.delete(path);
  }
  log.files.set('checkpoint', Buffer.from(note));
  const report = await check(log);
  assert.deepEqual(report.findings, []);
  assert.equal(report.size, 600);
});

test('tiles and bundles of the wrong length are reported as such', async () => {
  const { log } = await thousand();
  const entries = log.files.get('tile/entries/000') as Uint8Array;
  log.files.set('tile/0/000', (log.files.get('tile/0/000') as Uint8Array).subarray(1));
  log.files.set('tile/entries/002', entries.subarray(0, 34 * 255));
  log.files.set(
    'tile/entries/003.p/232',
    Buffer.concat([entries.subarray(0, 34 * 231), Buffer.from([0, 1, 9])]),
  );
  assert.deepEqual(kindsOf(await check(log)), [
    'tile-malformed',
    'entries-malformed',
    'entries-malformed',
  ]);
});

test('history rewritten under a good signature is found against the earlier checkpoint', async () => {
  const { earlier } = await thousand();
  const other = memoryLog();
  await other.publish(sampleCommitments(1000).with(5, sha256(Buffer.from('rewritten'))));
  assert.ok((await check(other)).ok);
  const report = await check(other, earlier);
  assert.deepEqual(kindsOf(report), ['history-rewritten']);
  assert.equal(report.continues, null);
});

test('a log that shrank is found', async () => {
  const { log } = await thousand();
  const later = Buffer.from(log.files.get('checkpoint') as Uint8Array).toString();
  const shorter = memoryLog();
  await shorter.publish(sampleCommitments(600));
  assert.deepEqual(kindsOf(await check(shorter, later)), ['rolled-back']);
});

test('a checkpoint signed over the wrong root, by a stranger, of another log or missing', async () => {
  const { log } = await thousand();
  const checkpoint = { origin: LOG_NAME, size: 1000, root: flipBit(log.root, 3) };
  const text = formatCheckpoint({ ...checkpoint, root: log.root });
  const put = async (note: Buffer): Promise<string[]> => {
    log.files.set('checkpoint', note);
    return kindsOf(await check(log));
  };
  const seed = 'a seed for tests';
  assert.deepEqual(await put(signWithSeed(seed, formatCheckpoint(checkpoint))), ['root-mismatch']);
  assert.deepEqual(await put(signWithSeed('a stranger', text)), ['checkpoint-invalid']);
  const elsewhere = formatCheckpoint({ origin: 'elsewhere.example', size: 0, root: log.root });
  assert.deepEqual(await put(signWithSeed(seed, elsewhere)), ['checkpoint-invalid']);
  assert.deepEqual(await put(signWithSeed(seed, 'no checkpoint\n')), ['checkpoint-invalid']);
  log.files.delete('checkpoint');
  assert.deepEqual(kindsOf(await check(log)), ['checkpoint-missing']);
});

async function refuseConnection(): Promise<never> {
  throw new Error('connection refused');
}

test('a bad key, a bad earlier checkpoint and an unreachable log are findings, not crashes', async () => {
  const { log } = await thousand();
  assert.deepEqual(kindsOf(await verifyLog({ ...log, vkey: 'nonsense' })), ['key']);
  assert.deepEqual(kindsOf(await check(log, 'nonsense')), ['previous-checkpoint-invalid']);
  const report = await verifyLog({ vkey: log.vkey, fetchBytes: refuseConnection });
  assert.deepEqual(report.findings, [
    { kind: 'unreachable', where: 'checkpoint', message: 'connection refused' },
  ]);
});

test('a log wrong everywhere gives a hundred findings and counts the rest', async () => {
  const { log } = await thousand();
  log.files.set('tile/entries/000', log.files.get('tile/entries/001') as Uint8Array);
  const report = await check(log);
  assert.equal(report.findings.length, 100);
  assert.equal(report.omitted, 156);
});

test('progress tells how many leaves of how many were read', async () => {
  const { log } = await thousand();
  const seen: number[] = [];
  const onProgress = ({ leaves, size }: { leaves: number; size: number }): void => {
    assert.equal(size, 1000);
    seen.push(leaves);
  };
  await verifyLog({ vkey: log.vkey, fetchBytes: log.fetchBytes, parallel: 1, onProgress });
  assert.deepEqual(seen, [256, 512, 768, 1000]);
});

test('erasing every salt and event leaves the log valid, and its files without a trace of them', async () => {
  const secrets = Array.from({ length: 300 }, (_, i) => ({
    salt: sha256(Buffer.from(`salt ${i}`)),
    event: { kind: 'decision', actor: `actor-${i}`, text: 'a sentence to be forgotten' },
  }));
  const log = memoryLog();
  await log.publish(secrets.map(({ salt, event }) => commit(salt, event)));
  const written = Buffer.concat([...log.files.values()]);
  assert.ok(secrets.every(({ salt }) => !written.includes(Buffer.from(salt))));
  assert.ok(!written.includes('forgotten'));
  secrets.length = 0;
  assert.ok((await check(log)).ok);
});
