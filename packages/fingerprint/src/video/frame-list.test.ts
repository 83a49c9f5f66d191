import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { hammingDistance } from '../pdq/pdq-hash.ts';
import {
  readFrameJson,
  readFrameList,
  writeFrameJson,
  writeFrameList,
  type ListedFrame,
} from './frame-list.ts';
import { secondsOf, stepOf } from './hash-frames.ts';
import { matchVideos } from './match-videos.ts';
import { VideoError } from './video-error.ts';

const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const lists = fc.array(
  fc.record({
    frame: fc.nat(1_000_000),
    hash: hashes,
    quality: fc.nat(100),
    seconds: fc.nat(100_000_000).map((thousandth) => thousandth / 1000),
  }),
  { minLength: 1, maxLength: 20 },
);

test('lists come back from text and JSON as they were', () => {
  fc.assert(
    fc.property(lists, (frames) => {
      const nearly = (read: ListedFrame[], numbered: boolean) => {
        for (const [at, { seconds, ...frame }] of read.entries()) {
          const { seconds: given, ...rest } = frames[at]!;
          assert.deepEqual(frame, numbered ? rest : { ...rest, frame: null });
          // Through float32, as upstream keeps them.
          assert.ok(Math.abs(seconds - given) <= 0.001 + given / 1e7);
        }
        assert.equal(read.length, frames.length);
      };
      nearly(readFrameList(writeFrameList(frames)), true);
      nearly(readFrameJson(writeFrameJson(frames)), false);
    }),
  );
});

test('seconds are printed as C++ prints a float: ties to the even digit', () => {
  const hash = new Uint8Array(32);
  const printed = (frame: number, rate: number) =>
    writeFrameList([{ frame, hash, quality: 1, seconds: secondsOf(frame, rate) }])
      .trim()
      .split(',')[3];
  assert.equal(printed(1, 16), '0.062');
  assert.equal(printed(3, 16), '0.188');
  assert.equal(printed(1, 30), '0.033');
  assert.equal(printed(30, 30000 / 1001), '1.001');
  assert.deepEqual([stepOf(1, 30000 / 1001), stepOf(1, 0.5), stepOf(0, 25)], [29, 1, 1]);
});

test('what python-threatexchange writes for long videos is read', () => {
  const [frame] = readFrameJson(JSON.stringify([`${'ab'.repeat(32)},77,1.23e+03`]));
  assert.deepEqual([frame?.seconds, frame?.quality], [1230, 77]);
});

test('lists that are none are refused, with where', () => {
  const hex = 'ab'.repeat(32);
  const wrong: readonly (readonly [() => unknown, RegExp])[] = [
    [() => readFrameList(''), /empty/],
    [() => readFrameList(`0,1,${hex},0.000\n0,1,${hex}\n`), /Line 2: the seconds/],
    [() => readFrameList(`0,101,${hex},0.000`), /Line 1: the quality .* "101"/],
    [() => readFrameList(`0,1,${hex.slice(1)},0`), /Line 1: a PDQ hash is 64/],
    [() => readFrameList(`x,1,${hex},0`), /Line 1 is not "frame,quality,hash,seconds"/],
    [() => readFrameJson('{'), /not JSON/],
    [() => readFrameJson('{}'), /JSON array/],
    [() => readFrameJson('[1]'), /Entry 1 is not/],
    [() => readFrameJson(JSON.stringify([`${hex},1,-1`])), /Entry 1: the seconds/],
    [() => readFrameJson(JSON.stringify([`${hex},1,NaN`])), /Entry 1: the seconds/],
  ];
  for (const [read, sentence] of wrong)
    assert.throws(
      read,
      (error) =>
        error instanceof VideoError && error.code === 'bad-list' && sentence.test(error.message),
    );
});

/** A few pictures and variants of them, so that random videos have something in common. */
const frames = fc
  .array(fc.tuple(fc.nat(5), fc.nat(20), fc.constantFrom(30, 60)), { maxLength: 25 })
  .map((drawn): ListedFrame[] =>
    drawn.map(([picture, bits, quality], seconds) => {
      const hash = new Uint8Array(32).fill(picture * 41);
      for (let bit = 0; bit < bits * 2; bit += 1) hash[bit % 32]! ^= 1 << (bit >> 5);
      return { frame: seconds, seconds, hash, quality };
    }),
  );

test('shares are those of counting one by one, and overlaps hold matching frames', () => {
  fc.assert(
    fc.property(frames, frames, (query, candidate) => {
      const match = matchVideos(query, candidate);
      const good = (list: ListedFrame[]) => list.filter(({ quality }) => quality >= 50);
      const share = (list: ListedFrame[], other: ListedFrame[]) => {
        const found = list.filter(({ hash }) =>
          other.some((frame) => hammingDistance(hash, frame.hash) <= 31),
        );
        const distinct = (of: ListedFrame[]) => new Set(of.map(({ hash }) => hash.join())).size;
        return {
          frames: list.length === 0 ? 0 : (found.length * 100) / list.length,
          distinct: list.length === 0 ? 0 : (distinct(found) * 100) / distinct(list),
        };
      };
      assert.deepEqual(match.queryInCandidate, share(good(query), good(candidate)));
      assert.deepEqual(match.candidateInQuery, share(good(candidate), good(query)));
      assert.equal(match.overlaps.length > 0, match.queryInCandidate.frames > 0);
      for (const { query: ours, candidate: theirs, mostDistance, meanDistance } of match.overlaps) {
        assert.ok(ours.from <= ours.to && theirs.from <= theirs.to);
        assert.ok(meanDistance <= mostDistance && mostDistance <= 31);
        const starts = good(query).filter(({ seconds }) => seconds === ours.from);
        assert.ok(
          starts.some(({ hash }) =>
            good(candidate).some((frame) => hammingDistance(hash, frame.hash) <= 31),
          ),
        );
      }
    }),
  );
});
