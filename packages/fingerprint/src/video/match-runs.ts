import { hammingDistance, pdqToHex } from '../pdq/pdq-hash.ts';
import type { ListedFrame } from './frame-list.ts';

/** Frames on end with the same hash. */
export interface HashRun {
  readonly hash: Uint8Array;
  /** The hash as text: equal for equal pictures. */
  readonly key: string;
  readonly count: number;
  /** Seconds of its first and of its last frame. */
  readonly from: number;
  readonly to: number;
}

/** A picture of one video that is in the other. */
export interface RunPair {
  readonly query: HashRun;
  readonly candidate: HashRun;
  /** Bits that differ. */
  readonly distance: number;
}

/** The frames of enough quality, equal ones on end together, in the order of time. */
export function runsOf(frames: readonly ListedFrame[], leastQuality: number): HashRun[] {
  const runs: HashRun[] = [];
  const usable = frames.filter(({ quality }) => quality >= leastQuality);
  for (const { hash, seconds } of usable.toSorted((one, other) => one.seconds - other.seconds)) {
    const last = runs.at(-1);
    const key = pdqToHex(hash);
    if (last?.key === key) runs[runs.length - 1] = { ...last, count: last.count + 1, to: seconds };
    else runs.push({ hash, key, count: 1, from: seconds, to: seconds });
  }
  return runs;
}

/** All pairs of runs no further apart than `mostDistance`; each two hashes are compared once. */
export function matchRuns(
  query: readonly HashRun[],
  candidate: readonly HashRun[],
  mostDistance: number,
): RunPair[] {
  const [ours, theirs] = [byHash(query), byHash(candidate)];
  const pairs: RunPair[] = [];
  for (const mine of ours)
    for (const other of theirs) {
      const distance = hammingDistance(mine[0]!.hash, other[0]!.hash);
      if (distance > mostDistance) continue;
      for (const run of mine)
        for (const known of other) pairs.push({ query: run, candidate: known, distance });
    }
  return pairs;
}

function byHash(runs: readonly HashRun[]): HashRun[][] {
  return [...Map.groupBy(runs, ({ key }) => key).values()];
}
