import { LEAST_QUALITY, MATCHING_DISTANCE } from '../pdq/pdq-hash.ts';
import { findOverlaps, type Overlap } from './find-overlaps.ts';
import type { ListedFrame } from './frame-list.ts';
import { matchRuns, runsOf, type HashRun } from './match-runs.ts';

/** When two frames are the same, and two videos. Those of python-threatexchange unless told. */
export interface MatchOptions {
  /** Bits by which hashes of one picture may differ: 31. */
  readonly mostDistance?: number;
  /** Frames of lower quality are left out on both sides: 50. */
  readonly leastQuality?: number;
}

/** How much of a video is found in the other, in percent of what has enough quality. */
export interface MatchedShare {
  /** Of its sampled frames, as the vPDQ tool counts. A scene counts as often as it is long. */
  readonly frames: number;
  /** Of its different pictures, as python-threatexchange and HMA count. */
  readonly distinct: number;
}

export interface VideoMatch {
  readonly queryInCandidate: MatchedShare;
  readonly candidateInQuery: MatchedShare;
  /** What was found where, the longest first: the explanation of the shares. */
  readonly overlaps: readonly Overlap[];
}

/** Shares, in percent, from which python-threatexchange calls it a match (vpdq_util.py). */
export const MATCHING_SHARE = { queryInCandidate: 80, candidateInQuery: 0 } as const;

/**
 * Compares two videos frame by frame, in both directions. A clip of a known video is found whole in
 * it, though little of the known video is in the clip; a compilation is the other way round.
 * Time grows with the product of the numbers of different pictures: for one known video, not for a
 * bank of them, which is searched by its frames first.
 *
 *     const { queryInCandidate, overlaps } = matchVideos(listFrames(upload), readFrameList(known));
 */
export function matchVideos(
  query: readonly ListedFrame[],
  candidate: readonly ListedFrame[],
  options: MatchOptions = {},
): VideoMatch {
  const { mostDistance = MATCHING_DISTANCE, leastQuality = LEAST_QUALITY } = options;
  const [ours, theirs] = [runsOf(query, leastQuality), runsOf(candidate, leastQuality)];
  const pairs = matchRuns(ours, theirs, mostDistance);
  return {
    queryInCandidate: shareOf(ours, new Set(pairs.map(({ query: run }) => run))),
    candidateInQuery: shareOf(theirs, new Set(pairs.map(({ candidate: run }) => run))),
    overlaps: findOverlaps(pairs),
  };
}

/** Whether the shares of distinct pictures reach those of MATCHING_SHARE, or others. */
export function isVideoMatch(
  match: VideoMatch,
  least: Readonly<Record<'queryInCandidate' | 'candidateInQuery', number>> = MATCHING_SHARE,
): boolean {
  return (
    match.overlaps.length > 0 &&
    match.queryInCandidate.distinct >= least.queryInCandidate &&
    match.candidateInQuery.distinct >= least.candidateInQuery
  );
}

function shareOf(runs: readonly HashRun[], found: ReadonlySet<HashRun>): MatchedShare {
  const all = { frames: 0, pictures: new Set<string>() };
  const matched = { frames: 0, pictures: new Set<string>() };
  for (const run of runs) {
    for (const sum of found.has(run) ? [all, matched] : [all]) {
      sum.frames += run.count;
      sum.pictures.add(run.key);
    }
  }
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : (part * 100) / whole);
  return {
    frames: percent(matched.frames, all.frames),
    distinct: percent(matched.pictures.size, all.pictures.size),
  };
}
