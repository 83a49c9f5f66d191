import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKernel } from '../load-kernel.ts';
import { syntheticCases, syntheticPixels } from './synthetic-pixels.test-data.ts';

interface BlockKernel {
  readonly memory: WebAssembly.Memory;
  blockAt(): number;
  hashesAt(): number;
  hashBlock(dihedral: boolean): number;
}

test('a picture of 64 x 64 has the hashes of the reference, all eight from one transform', () => {
  const expected = syntheticCases.find(({ width, height }) => width === 64 && height === 64);
  assert.ok(expected !== undefined);
  const kernel = loadKernel('pdq') as BlockKernel;
  const rgb = syntheticPixels(64, 64, expected.seed);
  const block = new Float32Array(kernel.memory.buffer, kernel.blockAt(), 64 * 64);
  const round = Math.fround;
  for (let at = 0; at < block.length; at += 1)
    block[at] = round(
      round(round(round(0.299) * rgb[at * 3]!) + round(round(0.587) * rgb[at * 3 + 1]!)) +
        round(round(0.114) * rgb[at * 3 + 2]!),
    );
  assert.equal(kernel.hashBlock(true), expected.fullRes.quality);
  const hashes = Buffer.from(kernel.memory.buffer, kernel.hashesAt(), 256).toString('hex');
  assert.deepEqual(hashes.match(/.{64}/g), expected.fullRes.dihedral);
});
