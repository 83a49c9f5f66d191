import type { RunPair } from './match-runs.ts';

/** A stretch of one video that is in the other. Seconds are of the first and the last sampled frame. */
export interface Overlap {
  readonly query: { readonly from: number; readonly to: number };
  readonly candidate: { readonly from: number; readonly to: number };
  /** Pictures that were found one after the other. */
  readonly pictures: number;
  /** Bits by which they differ, on average and at most. */
  readonly meanDistance: number;
  readonly mostDistance: number;
}

interface Growing {
  query: { from: number; to: number };
  candidate: { from: number; to: number };
  pictures: number;
  bits: number;
  mostDistance: number;
}

/** Longest break within a stretch, in seconds of either video: a frame or two that were not found. */
const LONGEST_BREAK = 3;
/** Stretches that are told. */
const MOST_OVERLAPS = 20;
/** Stretches that are still followed at a time: a video of one picture goes with everything. */
const MOST_FOLLOWED = 200;

/**
 * Follows both videos at once: a pair of pictures belongs to the stretch that ended shortly before it
 * in both. Stretches that lie within longer ones in both videos say nothing more and are left out.
 * The longest come first, in seconds of the query; at most 20.
 */
export function findOverlaps(pairs: readonly RunPair[]): Overlap[] {
  const inOrder = pairs.toSorted(
    (one, other) => one.query.from - other.query.from || one.candidate.from - other.candidate.from,
  );
  const ended: Growing[] = [];
  let followed: Growing[] = [];
  for (const pair of inOrder) {
    const over = ({ query }: Growing) => pair.query.from - query.to > LONGEST_BREAK;
    ended.push(...followed.filter(over));
    followed = followed.filter((stretch) => !over(stretch));
    const before = nearest(followed, pair);
    if (before !== null) extend(before, pair);
    else if (followed.length < MOST_FOLLOWED) followed.push(begin(pair));
  }
  const kept: Growing[] = [];
  for (const stretch of [...ended, ...followed].toSorted((one, other) => size(other) - size(one))) {
    if (kept.length === MOST_OVERLAPS) break;
    if (!kept.some((longer) => isWithin(stretch, longer))) kept.push(stretch);
  }
  return kept.map(({ bits, ...stretch }) => ({
    ...stretch,
    meanDistance: bits / stretch.pictures,
  }));
}

/** The stretch that the pair goes on with: neither video runs backwards, and the break is the shortest. */
function nearest(followed: readonly Growing[], { query, candidate }: RunPair): Growing | null {
  let found: Growing | null = null;
  let shortest = Infinity;
  for (const stretch of followed) {
    const ahead = candidate.from - stretch.candidate.to;
    const sameQuery = query.to <= stretch.query.to;
    if (ahead > LONGEST_BREAK || candidate.to < stretch.candidate.to) continue;
    // Of the same picture of the query, only one that adjoins: it was on screen for longer there.
    const apart = Math.abs(ahead - (query.from - stretch.query.to)) + (sameQuery ? 1 : 0);
    if (apart < shortest) [found, shortest] = [stretch, apart];
  }
  return found;
}

function begin({ query, candidate, distance }: RunPair): Growing {
  return {
    query: { from: query.from, to: query.to },
    candidate: { from: candidate.from, to: candidate.to },
    pictures: 1,
    bits: distance,
    mostDistance: distance,
  };
}

function extend(stretch: Growing, { query, candidate, distance }: RunPair): void {
  stretch.query.to = Math.max(stretch.query.to, query.to);
  stretch.candidate.to = Math.max(stretch.candidate.to, candidate.to);
  stretch.pictures += 1;
  stretch.bits += distance;
  stretch.mostDistance = Math.max(stretch.mostDistance, distance);
}

function size({ query, pictures }: Growing): number {
  return query.to - query.from + pictures / 1e6;
}

function isWithin(one: Growing, other: Growing): boolean {
  return (['query', 'candidate'] as const).every(
    (side) => one[side].from >= other[side].from && one[side].to <= other[side].to,
  );
}
