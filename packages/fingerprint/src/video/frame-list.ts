import { pdqFromHex, pdqToHex, type PdqHash } from '../pdq/pdq-hash.ts';
import { secondsOf, type FrameHashes } from './hash-frames.ts';
import type { VideoFacts } from './probe-video.ts';
import { VideoError } from './video-error.ts';

/** One sampled frame, as lists exchange it. */
export interface ListedFrame extends PdqHash {
  /** Number of the frame in the video, from 0; null where the list does not say. */
  readonly frame: number | null;
  /** From the beginning. */
  readonly seconds: number;
}

/** Longest list that is read: a frame a second for eleven days. */
const MOST_FRAMES = 1_000_000;

/** All sampled frames of a video one by one, of which the fingerprint keeps equal ones only once. */
export function listFrames({
  runs,
  step,
  framesPerSecond,
}: Pick<FrameHashes, 'runs' | 'step'> & Pick<VideoFacts, 'framesPerSecond'>): ListedFrame[] {
  return runs.flatMap(({ frame: first, count, hash, quality }) =>
    Array.from({ length: count }, (_, at) => {
      const frame = first + at * step;
      return { frame, seconds: secondsOf(frame, framesPerSecond), hash, quality };
    }),
  );
}

/**
 * A list as the vPDQ tool writes it (vpdq, vpdqio.cpp): a line of frame number, quality, hash and
 * seconds for each frame. Frames without a number are numbered in order.
 */
export function writeFrameList(frames: readonly ListedFrame[]): string {
  return frames
    .map(
      ({ frame, quality, hash, seconds }, at) =>
        `${frame ?? at},${quality},${pdqToHex(hash)},${threeDecimals(seconds)}\n`,
    )
    .join('');
}

/** Reads a list as the vPDQ tool writes it. Throws a VideoError `bad-list` with the line. */
export function readFrameList(text: string): ListedFrame[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw bad('The list is empty.');
  if (lines.length > MOST_FRAMES) throw bad(`The list has more than ${MOST_FRAMES} frames.`);
  return lines.map((line, at) => {
    const [frame = '', quality = '', hex = '', seconds = '', ...more] = line.split(',');
    if (!/^\d{1,10}$/.test(frame) || more.length > 0)
      throw bad(`Line ${at + 1} is not "frame,quality,hash,seconds": ${shown(line)}.`);
    return { frame: Number(frame), ...readParts(hex, quality, seconds, `Line ${at + 1}`) };
  });
}

/**
 * A list as python-threatexchange and Hasher-Matcher-Actioner exchange it: a JSON array of
 * "hash,quality,seconds". Their own writer cuts the seconds to three digits in all (Python's ":.3"),
 * so that frames after a quarter of an hour come out as "1.23e+03"; here they keep three decimals,
 * which their reader takes.
 */
export function writeFrameJson(frames: readonly ListedFrame[]): string {
  return JSON.stringify(
    frames.map(
      ({ quality, hash, seconds }) => `${pdqToHex(hash)},${quality},${threeDecimals(seconds)}`,
    ),
  );
}

/** Reads such an array. Throws a VideoError `bad-list` that says which entry is wrong. */
export function readFrameJson(json: string): ListedFrame[] {
  let entries: unknown;
  try {
    entries = JSON.parse(json);
  } catch (error) {
    throw bad('The list is not JSON.', error);
  }
  if (!Array.isArray(entries) || entries.length > MOST_FRAMES)
    throw bad(`The list must be a JSON array of at most ${MOST_FRAMES} texts.`);
  return entries.map((entry: unknown, at) => {
    const [hex = '', quality = '', seconds = '', ...more] = String(entry).split(',');
    if (typeof entry !== 'string' || more.length > 0)
      throw bad(`Entry ${at + 1} is not "hash,quality,seconds": ${shown(String(entry))}.`);
    return { frame: null, ...readParts(hex, quality, seconds, `Entry ${at + 1}`) };
  });
}

function readParts(hex: string, quality: string, seconds: string, where: string) {
  if (!/^[0-9a-f]{64}$/i.test(hex))
    throw bad(`${where}: a PDQ hash is 64 hexadecimal digits; ${shown(hex)} is not.`);
  if (!/^\d{1,3}$/.test(quality) || Number(quality) > 100)
    throw bad(`${where}: the quality is a whole number from 0 to 100, not ${shown(quality)}.`);
  if (!/^\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(seconds) || !(Number(seconds) < 1e9))
    throw bad(`${where}: the seconds are a number from 0, not ${shown(seconds)}.`);
  return { hash: pdqFromHex(hex), quality: Number(quality), seconds: Number(seconds) };
}

/** As C++ prints a float32 with three decimals: to the nearest, and to the even one in the middle. */
function threeDecimals(seconds: number): string {
  // A float32 times 1000 is exact.
  const thousands = Math.fround(seconds) * 1000;
  const down = Math.floor(thousands);
  const rest = thousands - down;
  const up = rest > 0.5 || (rest === 0.5 && down % 2 === 1);
  return ((down + (up ? 1 : 0)) / 1000).toFixed(3);
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}

function bad(message: string, cause?: unknown): VideoError {
  return new VideoError('bad-list', message, { cause });
}
