import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fingerprintImage,
  fingerprintVideo,
  listFrames,
  pdqToHex,
  writeFrameJson,
  writeFrameList,
} from '@commonweal/fingerprint';
import type { Sharp } from 'sharp';
import {
  asAnimation,
  asSharp,
  drawPicture,
} from '../../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { makeVideo } from '../../../packages/fingerprint/src/video/videos.test-data.ts';
import { createLikenessIndex, type PictureLikeness, type VideoLikeness } from './likeness-index.ts';
import type { SharedFacts } from './shared-facts.ts';

const facts: SharedFacts = {
  bank: 'Known',
  source: 'Invented Lab',
  label: 'march',
  severity: 3,
  disputed: false,
  confirmed: true,
  pdqDistance: 31,
};
const [one, two, three] = ['1', '2', '3'].map(
  (digit) => `0190aaaa-0000-7000-8000-00000000000${digit}`,
) as [string, string, string];

const drawing = (number: number) => asSharp(drawPicture(number, 900, 600));

async function pictureOf(image: Sharp): Promise<PictureLikeness> {
  const { frames } = await fingerprintImage(await image.jpeg({ quality: 80 }).toBuffer());
  return { kind: 'picture', frames };
}

async function videoOf(...scenes: Parameters<typeof makeVideo>[0]) {
  const found = await fingerprintVideo(await makeVideo(scenes));
  const likeness: VideoLikeness = { kind: 'video', ...found };
  return { likeness, frames: listFrames(found) };
}

async function hexOf(image: Sharp, variant: 'fullResolution' | 'tool' = 'fullResolution') {
  const likeness = await pictureOf(image);
  return pdqToHex(likeness.frames[0]![variant].hash);
}

test('room made beforehand is used, and made later forgets nothing', async () => {
  const index = createLikenessIndex();
  index.expect(300_000);
  index.put('pdq', await hexOf(drawing(1)), one, facts);
  index.expect(400_000);
  index.put('pdq', await hexOf(drawing(2)), two, facts);
  assert.equal(index.size, 2);
  for (const [number, id] of [
    [1, one],
    [2, two],
  ] as const)
    assert.deepEqual(
      index.findPicture(await pictureOf(drawing(number))).map((found) => found.id),
      [id],
    );
});

test('a banked picture is found however it was changed, with how it is turned', async () => {
  const index = createLikenessIndex();
  index.put('pdq', await hexOf(drawing(1)), one, facts);
  index.put('pdq', await hexOf(drawing(2), 'tool'), two, facts);
  const changed: Readonly<Record<string, readonly [Sharp, string]>> = {
    'as it is': [drawing(1), 'original'],
    smaller: [drawing(1).resize(300, 200), 'original'],
    darker: [drawing(1).linear(0.8, 5), 'original'],
    'turned with the clock': [drawing(1).rotate(90), 'rotated90'],
    'turned against the clock': [drawing(1).rotate(270), 'rotated270'],
    'upside down': [drawing(1).rotate(180), 'rotated180'],
    'as in a mirror': [drawing(1).flop(), 'flippedHorizontally'],
    'top to bottom': [drawing(1).flip(), 'flippedVertically'],
  };
  for (const [how, [image, turned]] of Object.entries(changed)) {
    const [found, ...others] = index.findPicture(await pictureOf(image));
    assert.deepEqual(others, [], how);
    assert.ok(found && 'turned' in found, how);
    assert.deepEqual([found.id, found.turned, found.facts], [one, turned, facts], how);
    assert.ok(found.distance <= 31, how);
  }
  // The other reference's hash of another picture.
  const [found] = index.findPicture(await pictureOf(drawing(2)));
  assert.deepEqual(found && 'distance' in found && [found.id, found.distance], [two, 0]);
  assert.deepEqual(index.findPicture(await pictureOf(drawing(3))), []);
});

test('one picture may be banked twice, changed, and taken away by itself', async () => {
  const index = createLikenessIndex();
  const hex = await hexOf(drawing(4));
  const likeness = await pictureOf(drawing(4));
  const ids = () =>
    index
      .findPicture(likeness)
      .map(({ id, facts: { disputed } }) => `${id} ${disputed}`)
      .toSorted();
  index.put('pdq', hex, one, facts);
  index.put('pdq', hex, two, facts);
  index.put('pdq', hex, two, { ...facts, disputed: true });
  assert.deepEqual(ids(), [`${one} false`, `${two} true`]);
  assert.equal(index.size, 2);
  index.remove('pdq', hex, one);
  index.remove('pdq', hex, three);
  index.put('pdq', await hexOf(drawing(5)), three, facts);
  assert.deepEqual(ids(), [`${two} true`]);
});

test('a frame of an animation is found, and which', async () => {
  const index = createLikenessIndex();
  index.put('pdq', await hexOf(asSharp(drawPicture(8, 300, 200))), one, facts);
  const frames = [6, 7, 8, 9].map((number) => drawPicture(number, 300, 200));
  const animation = await fingerprintImage(await asAnimation(frames).webp().toBuffer());
  const [found] = index.findPicture({ kind: 'picture', frames: animation.frames });
  assert.ok(found && 'frame' in found);
  assert.deepEqual([found.id, found.frame], [one, 2]);
});

test('a clip, a compilation, a still and a picture within a video are found, and when', async () => {
  const known = await videoOf([1, 30], [2, 30], [3, 30], [4, 30]);
  const clip = await videoOf([2, 30], [3, 30]);
  const long = await videoOf([1, 30], [2, 30], [3, 30], [4, 30], [11, 60], [12, 60], [13, 60]);
  const other = await videoOf([21, 30], [22, 30]);
  for (const write of [writeFrameList, writeFrameJson]) {
    const index = createLikenessIndex();
    index.put('vpdq', write(known.frames), one, facts);
    const [inClip] = await index.findVideo(clip.likeness);
    assert.ok(inClip && 'match' in inClip);
    assert.equal(inClip.match.queryInCandidate.distinct, 100);
    assert.ok(inClip.match.candidateInQuery.distinct < 60);
    assert.deepEqual(
      [inClip.match.overlaps[0]?.query.from, inClip.match.overlaps[0]?.candidate.from],
      [0, 3],
    );
    const [inLong] = await index.findVideo(long.likeness);
    assert.ok(inLong && 'match' in inLong);
    assert.equal(inLong.match.candidateInQuery.distinct, 100);
    assert.deepEqual(await index.findVideo(other.likeness), []);

    const still = await pictureOf(asSharp(drawPicture(3, 160, 120)));
    const [shown] = index.findPicture(still);
    assert.ok(shown && 'knownSeconds' in shown);
    assert.deepEqual([shown.id, shown.seconds], [one, null]);
    // Whichever of its three seconds is nearest.
    assert.ok([6, 7, 8].includes(shown.knownSeconds ?? -1));

    index.put('pdq', await hexOf(asSharp(drawPicture(12, 160, 120))), two, facts);
    const within = (await index.findVideo(long.likeness)).find(({ id }) => id === two);
    assert.ok(within && 'seconds' in within);
    assert.equal(within.knownSeconds, null);
    assert.ok((within.seconds ?? 0) >= 18 && (within.seconds ?? 0) < 24);

    index.put('vpdq', write(known.frames), one, { ...facts, disputed: true });
    assert.equal((await index.findVideo(clip.likeness))[0]?.facts.disputed, true);
    index.remove('vpdq', write(known.frames), one);
    assert.deepEqual(await index.findVideo(clip.likeness), []);
  }
});
