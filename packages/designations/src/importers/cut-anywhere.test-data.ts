import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ListRefused } from '../list-refused.ts';
import type { Bytes } from '../reading/read-text.ts';

type Read = (chunks: Bytes) => Promise<unknown>;

/** However a file comes in pieces, down to single bytes, the same is read of it. */
export async function readsTheSameInAnyPieces(text: string, read: Read): Promise<void> {
  const bytes = Buffer.from(text);
  const whole = await read([bytes]);
  const cuts = fc.array(fc.nat(bytes.length), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(cuts, async (at) => {
      const edges = [0, ...at.toSorted((a, b) => a - b), bytes.length];
      const chunks = edges.slice(1).map((edge, k) => bytes.subarray(edges[k], edge));
      assert.deepEqual(await read(chunks), whole);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual(await read(Array.from(bytes, (byte) => Uint8Array.of(byte))), whole);
}

/** A file that has an end mark is refused when it is cut anywhere before it. */
export async function isRefusedWhenCut(text: string, read: Read): Promise<void> {
  const bytes = Buffer.from(text.trimEnd());
  for (let length = 0; length < bytes.length; length += 7)
    await assert.rejects(read([bytes.subarray(0, length)]), ListRefused, `cut at ${length}`);
}

/** Refused with this code, and told what to do. */
export async function isRefused(reading: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(reading, (error) => {
    assert.ok(error instanceof ListRefused, String(error));
    assert.equal(error.code, code, error.message);
    assert.notEqual(error.whatToDo, '');
    return true;
  });
}
