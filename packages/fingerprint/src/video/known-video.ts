import type { HashRun } from './match-runs.ts';

/** A known video as an index holds it, in some 60 bytes for each different picture. */
export interface KnownVideo<Id> {
  readonly id: Id;
  /** Its different pictures, 32 bytes each. */
  readonly hashes: Uint8Array;
  /** The number that each of them has in the index. */
  readonly numbers: Uint32Array;
  /** Of each picture how many sampled frames show it. */
  readonly frames: Uint32Array;
  /** All sampled frames of enough quality. */
  readonly frameCount: number;
  /** Pictures on end: which picture, and seconds of its first and last frame. */
  readonly pictureOfRun: Uint32Array;
  readonly times: Float64Array;
}

/** The video with its runs; numbers are given out by `nextNumber`. */
export function packVideo<Id>(
  id: Id,
  runs: readonly HashRun[],
  nextNumber: () => number,
): KnownVideo<Id> {
  const places = new Map<string, number>();
  const pictures: Uint8Array[] = [];
  const pictureOfRun = new Uint32Array(runs.length);
  const times = new Float64Array(runs.length * 2);
  const frames: number[] = [];
  for (const [at, { key, hash, count, from, to }] of runs.entries()) {
    let place = places.get(key);
    if (place === undefined) {
      place = pictures.push(hash) - 1;
      places.set(key, place);
      frames.push(0);
    }
    frames[place] = (frames[place] ?? 0) + count;
    pictureOfRun[at] = place;
    times.set([from, to], at * 2);
  }
  const hashes = new Uint8Array(pictures.length * 32);
  for (const [place, hash] of pictures.entries()) hashes.set(hash, place * 32);
  return {
    id,
    hashes,
    numbers: Uint32Array.from(pictures, nextNumber),
    frames: Uint32Array.from(frames),
    frameCount: frames.reduce((sum, count) => sum + count, 0),
    pictureOfRun,
    times,
  };
}

/** The hash of one of its pictures. */
export function pictureOf<Id>({ hashes }: KnownVideo<Id>, place: number): Uint8Array {
  return hashes.subarray(place * 32, place * 32 + 32);
}

/** When a picture is first seen, in seconds. */
export function firstSeen<Id>({ pictureOfRun, times }: KnownVideo<Id>, place: number): number {
  return times[pictureOfRun.indexOf(place) * 2] ?? 0;
}
