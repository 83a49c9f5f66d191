import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setImmediate as othersTurn } from 'node:timers/promises';
import fc from 'fast-check';
import {
  flipped,
  hashOfNumber,
  inOrder,
  nearDuplicate,
  plainIndex,
} from './fingerprints.test-data.ts';
import { createHammingIndex, indexOf, type HammingIndex } from './hamming-index.ts';
import { emptyBody } from './index-body.ts';
import { loadHammingIndex } from './load-snapshot.ts';
import { plans } from './plan.ts';

const folder = await mkdtemp(join(tmpdir(), 'hamming-snapshot-'));
after(() => rm(folder, { recursive: true, force: true }));
const pathOf = (name: string) => join(folder, name);

const hashOf = (number: number) =>
  number % 2 === 0 ? hashOfNumber(number) : nearDuplicate(number, 3);

/** Both hold the same, as far as searches show it. */
function assertSame(index: HammingIndex, plain: ReturnType<typeof plainIndex>, numbers: number) {
  assert.equal(index.size, plain.size);
  for (let number = 0; number < numbers; number += 1) {
    const query = flipped(hashOf(number), number % 20, number);
    assert.deepEqual(inOrder(index.search(query)), plain.search(query, 31));
  }
  const query = hashOfNumber('anything');
  assert.deepEqual(
    inOrder(index.search(query, { radius: 256 })),
    plain.search(query, 256),
    'everything',
  );
}

const change = fc.record({
  what: fc.constantFrom('insert', 'insert', 'remove'),
  hash: fc.nat(150),
  entry: fc.nat(4),
});
const changes = fc.array(change, { maxLength: 400, size: 'max' });

test('a snapshot holds the index as it was when it was begun, and goes on as that one', async () => {
  await fc.assert(
    fc.asyncProperty(changes, changes, changes, async (before, meanwhile, later) => {
      const index = createHammingIndex();
      const plain = plainIndex();
      const atEnd = plainIndex();
      for (const { what, hash, entry } of before) {
        index[what](hashOf(hash), entry);
        plain[what](hashOf(hash), entry);
        atEnd[what](hashOf(hash), entry);
      }
      const path = pathOf('changing');
      const saved = index.save(path, { sequence: 12_345_678_901 });
      await assert.rejects(index.save(path, { sequence: 1 }), /being written already/);
      for (const { what, hash, entry } of meanwhile) {
        index[what](hashOf(hash), entry);
        atEnd[what](hashOf(hash), entry);
        if (entry === 0) await othersTurn();
      }
      await saved;
      assertSame(index, atEnd, 20);
      const { index: loaded, sequence } = await loadHammingIndex(path);
      assert.equal(sequence, 12_345_678_901);
      assertSame(loaded, plain, 20);
      for (const { what, hash, entry } of later)
        assert.equal(loaded[what](hashOf(hash), entry), plain[what](hashOf(hash), entry));
      assertSame(loaded, plain, 20);
    }),
    { numRuns: 25 },
  );
  assert.deepEqual(await readdir(folder), ['changing']);
});

test('the index may outgrow its memory while a snapshot of it is written', async () => {
  const plan = { capacity: 150_000, bands: plans[0]?.bands ?? [] };
  const index = indexOf(emptyBody(plan));
  for (let number = 0; number < 130_000; number += 1) index.insert(hashOfNumber(number), number);
  const saved = index.save(pathOf('growing'), { sequence: 1 });
  for (let number = 0; number < 1000; number += 1) index.remove(hashOfNumber(number), number);
  for (let number = 130_000; number < 160_000; number += 1) {
    index.insert(hashOfNumber(number), number);
    if (number % 1000 === 0) await othersTurn();
  }
  await saved;
  assert.ok(index.stats().capacity > plan.capacity);
  // No plan has that capacity, so it cannot be loaded; what matters is that the index is whole.
  await assert.rejects(loadHammingIndex(pathOf('growing')), /sizes fit no plan/);
  assert.equal(index.size, 159_000);
  for (let number = 0; number < 160_000; number += 37) {
    const found = index.search(hashOfNumber(number));
    assert.deepEqual(found, number < 1000 ? [] : [{ entry: number, distance: 0 }]);
  }
});

/** A small snapshot with something in every part of it. */
async function someSnapshot(name: string): Promise<string> {
  const index = createHammingIndex();
  for (let number = 0; number < 500; number += 1)
    for (let entry = 0; entry < 1 + (number % 3); entry += 1) index.insert(hashOf(number), entry);
  await index.save(pathOf(name), { sequence: 7 });
  return pathOf(name);
}

test('a snapshot with any byte changed is refused, with what to do', async () => {
  const path = await someSnapshot('damaged');
  const whole = await readFile(path);
  const places = [...Array(64).keys(), ...Array.from({ length: 300 }, (_, at) => at * 997)];
  for (const place of places.filter((at) => at < whole.length)) {
    const damaged = Buffer.from(whole);
    damaged[place] = (damaged[place] ?? 0) ^ (1 << (place % 8));
    await writeFile(path, damaged);
    await assert.rejects(
      loadHammingIndex(path),
      /The snapshot .*damaged cannot be used: it.* Delete it and build the index from the entries\./,
      `byte ${place}`,
    );
  }
  await writeFile(path, whole);
  const { index } = await loadHammingIndex(path);
  assert.deepEqual(
    inOrder(index.search(hashOf(2))),
    [0, 1, 2].map((entry) => ({ entry, distance: 0 })),
  );
});

test('a snapshot that is cut short or goes on is refused', async () => {
  const path = await someSnapshot('cut');
  const whole = await readFile(path);
  for (const length of [0, 1, 63, 64, 65, 5000, whole.length >> 1, whole.length - 1]) {
    await truncate(path, length);
    await assert.rejects(loadHammingIndex(path), /cut short at byte/, `${length}`);
    await writeFile(path, whole);
  }
  await writeFile(path, Buffer.concat([whole, Buffer.alloc(1)]));
  await assert.rejects(loadHammingIndex(path), /goes on after its end/);
});

test('what is no snapshot is refused', async () => {
  await writeFile(pathOf('picture'), Buffer.from(`\x89PNG${'x'.repeat(2000)}`, 'latin1'));
  await assert.rejects(loadHammingIndex(pathOf('picture')), /it is no snapshot of an index/);
  await assert.rejects(loadHammingIndex(pathOf('nothing')), { code: 'ENOENT' });
});

test('a snapshot that cannot be written leaves the one before', async () => {
  const path = await someSnapshot('kept');
  const before = await readFile(path);
  const index = createHammingIndex();
  await assert.rejects(index.save(join(folder, 'missing', 'x'), { sequence: 1 }), {
    code: 'ENOENT',
  });
  await assert.rejects(index.save(path, { sequence: -1 }), /from 0, not -1/);
  assert.deepEqual(await readFile(path), before);
  // And another attempt is free to begin.
  await index.save(path, { sequence: 8 });
  assert.equal((await loadHammingIndex(path)).sequence, 8);
});
