import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hammingDistance } from '../pdq/pdq-hash.ts';
import { flipped, hashOfNumber } from './fingerprints.test-data.ts';
import { indexOf } from './hamming-index.ts';
import { emptyBody } from './index-body.ts';
import { SEARCH_DONE, SEARCH_MORE, openKernel } from './kernel.ts';
import { plans } from './plan.ts';

const picture = hashOfNumber('picture');
const hashOf = (entry: number) =>
  entry < 100_000 ? flipped(picture, 6 + (entry % 8), entry) : hashOfNumber(entry);

for (const plan of plans.slice(0, 2))
  for (const radius of [31, 60])
    test(`a search that is interrupted finds what stays (${plan.bands.length} bands, radius ${radius})`, () => {
      const body = emptyBody(plan);
      const index = indexOf(body);
      // Enough others that following chains is not given up for looking at everything.
      for (let entry = 500_000; entry < 620_000; entry += 1) index.insert(hashOf(entry), entry);
      // Even entries stay; odd ones go while the search is at them, and others take their places.
      for (let entry = 0; entry < 24_000; entry += 1) index.insert(hashOf(entry), entry);
      const reader = openKernel(body.memory, 1);
      const found = new Map<number, number>();
      let interruptions = 0;
      reader.enter();
      reader.input.set(picture);
      for (let state = reader.search(radius, 0); ; state = reader.proceed()) {
        if (state !== SEARCH_DONE && state !== SEARCH_MORE) found.clear();
        else
          for (let hit = 0; hit < reader.hitsFound(); hit += 1) {
            const [distance = 0, entry = 0] = reader.words.subarray(reader.hitsAt() / 4 + hit * 4);
            assert.equal(hammingDistance(hashOf(entry), picture), distance, `entry ${entry}`);
            assert.ok(!found.has(entry), `entry ${entry} twice`);
            found.set(entry, distance);
          }
        if (state === SEARCH_DONE) break;
        interruptions += 1;
        if (interruptions > 1) continue;
        for (let entry = 1; entry < 24_000; entry += 2) {
          assert.ok(index.remove(hashOf(entry), entry));
          index.insert(hashOf(entry + 200_000), entry + 200_000);
        }
      }
      reader.leave();
      assert.ok(interruptions > 1);
      for (let entry = 0; entry < 24_000; entry += 2) assert.ok(found.has(entry), `entry ${entry}`);
      // Once nobody reads, the places are used again.
      const { records } = index.stats();
      for (let entry = 400_000; entry < 410_000; entry += 1) {
        index.insert(hashOf(entry), entry);
        index.remove(hashOf(entry - 200_000 + 1), entry - 200_000 + 1);
      }
      assert.ok(index.stats().records < records + 3000);
    });
