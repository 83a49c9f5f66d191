import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { flipped, hashOfNumber } from '../hamming/fingerprints.test-data.ts';
import type { ListedFrame } from './frame-list.ts';
import { matchVideos } from './match-videos.ts';
import { createVideoIndex } from './video-index.ts';

/** Frames a second; a number for each picture, those of ten being near one another. */
function framesOf(pictures: readonly number[], quality = 80): ListedFrame[] {
  return pictures.map((picture, seconds) => ({
    frame: seconds,
    seconds,
    quality,
    hash: flipped(hashOfNumber(Math.floor(picture / 10)), (picture % 10) * 2, picture),
  }));
}

const video = fc.array(fc.nat(79), { minLength: 1, maxLength: 25 }).map((list) => framesOf(list));

test('known videos are found exactly as by comparing with each, whatever came and went', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), video), { maxLength: 12 }), video, (steps, query) => {
      const index = createVideoIndex<number>();
      const known = new Map<number, ListedFrame[]>();
      for (const [id, frames] of steps) {
        if (frames.length % 5 === 0) {
          assert.equal(index.remove(id), known.delete(id));
          continue;
        }
        index.add(id, frames);
        known.set(id, frames);
      }
      assert.equal(index.size, known.size);
      const hits = new Map(index.search(query).map(({ id, ...match }) => [id, match]));
      for (const [id, frames] of known) {
        const expected = matchVideos(query, frames);
        assert.deepEqual(hits.get(id) ?? { ...expected, overlaps: [] }, expected);
      }
      assert.ok([...hits.keys()].every((id) => known.has(id)));
    }),
  );
});

test('a clip is found in the video that it is from, and where', () => {
  const index = createVideoIndex<string>();
  index.add('march', framesOf([100, 110, 120, 130, 140, 150, 160, 170]));
  index.add('harbour', framesOf([500, 510, 520]));
  const [hit, ...others] = index.search(framesOf([130, 140, 150]));
  assert.deepEqual(others, []);
  assert.equal(hit?.id, 'march');
  assert.equal(hit.queryInCandidate.distinct, 100);
  assert.equal(hit.candidateInQuery.distinct, 37.5);
  assert.deepEqual(hit.overlaps[0]?.candidate, { from: 3, to: 5 });
});

test('a search in slices finds the same, and lets others have the thread', async () => {
  const index = createVideoIndex<number>();
  for (let id = 0; id < 30; id += 1)
    index.add(id, framesOf(Array.from({ length: 20 }, (_, at) => (id * 5 + at) * 10)));
  const query = framesOf(Array.from({ length: 100 }, (_, at) => at * 10));
  let breaths = 0;
  const breathe = async () => {
    breaths += 1;
    // What goes meanwhile is no trouble.
    if (breaths === 2) index.remove(29);
  };
  const expected = index.search(query, { most: 5 });
  assert.equal(expected.length, 5);
  assert.deepEqual(await index.searchInSlices(query, breathe, { most: 5 }), expected);
  assert.equal(breaths, 4);
});

test('a still is found in the video that shows it, from when on', () => {
  const index = createVideoIndex<string>();
  index.add('march', framesOf([100, 100, 110, 100]));
  const still = flipped(hashOfNumber(11), 4, 'still');
  assert.deepEqual(index.findStill(still), [{ id: 'march', distance: 4, seconds: 2 }]);
  assert.deepEqual(
    index.findStill(still, () => 2),
    [],
  );
  assert.deepEqual(index.findStill(hashOfNumber(12)), []);
});

test('a video has its own distance, and the caller says which shares count', () => {
  const index = createVideoIndex<string>();
  index.add('strict', framesOf([105, 115]));
  index.add('lenient', framesOf([105, 115]));
  const query = framesOf([100, 110, 200, 210]);
  const ids = (hits: readonly { readonly id: string }[]) => hits.map(({ id }) => id).toSorted();
  assert.deepEqual(ids(index.search(query)), ['lenient', 'strict']);
  const distanceOf = (id: string) => (id === 'strict' ? 4 : 31);
  assert.deepEqual(ids(index.search(query, { distanceOf })), ['lenient']);
  const isHit = ({ queryInCandidate }: { queryInCandidate: { distinct: number } }) =>
    queryInCandidate.distinct > 50;
  assert.deepEqual(index.search(query, { isHit }), []);
});

test('a video without a frame of enough quality is refused, and changes nothing', () => {
  const index = createVideoIndex<string>();
  index.add('march', framesOf([100]));
  assert.throws(() => index.add('march', framesOf([110], 10)), { code: 'bad-list' });
  assert.equal(index.search(framesOf([100])).length, 1);
});
