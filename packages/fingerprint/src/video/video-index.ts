import { createHammingIndex } from '../hamming/hamming-index.ts';
import { LEAST_QUALITY, MATCHING_DISTANCE } from '../pdq/pdq-hash.ts';
import { findOverlaps } from './find-overlaps.ts';
import type { ListedFrame } from './frame-list.ts';
import { firstSeen, packVideo, pictureOf, type KnownVideo } from './known-video.ts';
import { runsOf, type HashRun, type RunPair } from './match-runs.ts';
import type { VideoMatch } from './match-videos.ts';
import { VideoError } from './video-error.ts';

/** A known video that shares pictures with the one searched for. */
export interface VideoHit<Id> extends VideoMatch {
  readonly id: Id;
}

/** A known video that shows a picture. */
export interface StillHit<Id> {
  readonly id: Id;
  readonly distance: number;
  /** When the known video shows it first. */
  readonly seconds: number;
}

export interface VideoSearch<Id> {
  /** Bits by which frames of this video may differ from others: 31 unless said, which is the most. */
  readonly distanceOf?: (id: Id) => number;
  /** Which shares make a hit; all that have a picture in common unless said. */
  readonly isHit?: (
    match: Pick<VideoMatch, 'queryInCandidate' | 'candidateInQuery'>,
    id: Id,
  ) => boolean;
  /** Hits told, the most of the query in them first: 20 unless said. */
  readonly most?: number;
}

export interface VideoIndex<Id extends string | number> {
  /**
   * Takes in a video by its frames, in place of what the id stood for before. Throws a VideoError
   * `bad-list` when no frame is of enough quality, and then changes nothing.
   */
  add(id: Id, frames: readonly ListedFrame[]): void;
  /** False when the id was not there. */
  remove(id: Id): boolean;
  /** The known videos that share pictures with a video, compared as `matchVideos` compares two. */
  search(frames: readonly ListedFrame[], options?: VideoSearch<Id>): VideoHit<Id>[];
  /**
   * The same, with a breath after every few pictures in which the thread does other things. Videos that
   * come or go meanwhile may be among the hits or not.
   */
  searchInSlices(
    frames: readonly ListedFrame[],
    breathe: () => Promise<void>,
    options?: VideoSearch<Id>,
  ): Promise<VideoHit<Id>[]>;
  /** The known videos that show a picture, the nearest first. */
  findStill(hash: Uint8Array, distanceOf?: VideoSearch<Id>['distanceOf']): StillHit<Id>[];
  /** Videos. */
  readonly size: number;
}

/** Different pictures of a video that are searched for: of more, so many evenly between them. */
const MOST_ASKED = 2000;
/**
 * Pictures found for one: what there is more of says nothing new, and a bank of a thousand copies of
 * one still video must not take the process. The nearest are kept.
 */
const MOST_FOUND = 500;

/** Pictures between two breaths: a few milliseconds in a bank of millions. */
const SLICE = 25;

interface Candidate<Id> {
  readonly video: KnownVideo<Id>;
  /** Groups of the query's runs that were found, and pictures of the candidate. */
  readonly ours: Set<readonly HashRun[]>;
  readonly theirs: Set<number>;
  readonly pairs: {
    readonly ours: readonly HashRun[];
    readonly place: number;
    readonly distance: number;
  }[];
}

/**
 * An index of known videos, searched by all frames of another at once: what is searched is the index of
 * their pictures, so that time grows with what they share and not with the number of videos.
 */
export function createVideoIndex<Id extends string | number>(): VideoIndex<Id> {
  const index = createHammingIndex();
  const videos = new Map<Id, KnownVideo<Id>>();
  /** Of each number the video and the place of its picture. */
  const owners: (KnownVideo<Id> | undefined)[] = [];
  const places: number[] = [];
  const spare: number[] = [];

  function remove(id: Id): boolean {
    const video = videos.get(id);
    if (video === undefined) return false;
    for (const [place, number] of video.numbers.entries()) {
      index.remove(pictureOf(video, place), number);
      owners[number] = undefined;
      spare.push(number);
    }
    return videos.delete(id);
  }

  function find(hash: Uint8Array, distanceOf: VideoSearch<Id>['distanceOf']) {
    const radiusOf = (number: number) => {
      const owner = owners[number];
      return owner === undefined ? -1 : (distanceOf?.(owner.id) ?? MATCHING_DISTANCE);
    };
    return index.search(hash, {
      radius: MATCHING_DISTANCE,
      limit: MOST_FOUND,
      ...(distanceOf !== undefined && { radiusOf }),
    });
  }

  /** Searches, and stops after every slice of pictures. */
  function* searching(
    frames: readonly ListedFrame[],
    { distanceOf, isHit = () => true, most = 20 }: VideoSearch<Id> = {},
  ): Generator<undefined, VideoHit<Id>[]> {
    const runs = runsOf(frames, LEAST_QUALITY);
    const groups = [...Map.groupBy(runs, ({ key }) => key).values()];
    const candidates = new Map<Id, Candidate<Id>>();
    for (const [at, ours] of evenly(groups, MOST_ASKED).entries()) {
      if (at % SLICE === SLICE - 1) yield;
      for (const { entry, distance } of find(ours[0]!.hash, distanceOf)) {
        const video = owners[entry]!;
        let candidate = candidates.get(video.id);
        if (candidate === undefined)
          candidates.set(
            video.id,
            (candidate = { video, ours: new Set(), theirs: new Set(), pairs: [] }),
          );
        const place = places[entry]!;
        candidate.ours.add(ours);
        candidate.theirs.add(place);
        candidate.pairs.push({ ours, place, distance });
      }
    }
    return [...candidates.values()]
      .map((candidate) => ({ candidate, shares: sharesOf(candidate, runs, groups.length) }))
      .filter(({ candidate, shares }) => isHit(shares, candidate.video.id))
      .toSorted(
        (one, other) =>
          other.shares.queryInCandidate.distinct - one.shares.queryInCandidate.distinct,
      )
      .slice(0, most)
      .map(({ candidate, shares }) => ({
        id: candidate.video.id,
        ...shares,
        overlaps: findOverlaps(pairsOf(candidate)),
      }));
  }

  return {
    add(id, frames) {
      const runs = runsOf(frames, LEAST_QUALITY);
      if (runs.length === 0)
        throw new VideoError(
          'bad-list',
          `No frame has a quality of ${LEAST_QUALITY} or more: nothing would be found by it.`,
        );
      remove(id);
      let fresh = owners.length;
      const video = packVideo(id, runs, () => spare.pop() ?? fresh++);
      for (const [place, number] of video.numbers.entries()) {
        owners[number] = video;
        places[number] = place;
        index.insert(pictureOf(video, place), number);
      }
      videos.set(id, video);
    },
    remove,
    search(frames, options) {
      const steps = searching(frames, options);
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) return value;
      }
    },
    async searchInSlices(frames, breathe, options) {
      const steps = searching(frames, options);
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) return value;
        await breathe();
      }
    },
    findStill(hash, distanceOf) {
      const nearest = new Map<Id, StillHit<Id>>();
      for (const { entry, distance } of find(hash, distanceOf)) {
        const video = owners[entry]!;
        if (nearest.has(video.id)) continue;
        const seconds = firstSeen(video, places[entry]!);
        nearest.set(video.id, { id: video.id, distance, seconds });
      }
      return [...nearest.values()];
    },
    get size() {
      return videos.size;
    },
  };
}

function sharesOf<Id>(
  { video, ours, theirs }: Candidate<Id>,
  runs: readonly HashRun[],
  pictures: number,
): Pick<VideoMatch, 'queryInCandidate' | 'candidateInQuery'> {
  const framesOf = (some: readonly HashRun[]) => some.reduce((sum, { count }) => sum + count, 0);
  const theirFrames = [...theirs].reduce((sum, place) => sum + video.frames[place]!, 0);
  return {
    queryInCandidate: {
      frames: percent(framesOf([...ours].flat()), framesOf(runs)),
      distinct: percent(ours.size, pictures),
    },
    candidateInQuery: {
      frames: percent(theirFrames, video.frameCount),
      distinct: percent(theirs.size, video.numbers.length),
    },
  };
}

/** The pairs of runs behind the pairs of pictures. */
function pairsOf<Id>({ video, pairs }: Candidate<Id>): RunPair[] {
  const runsAt = Map.groupBy(
    Array.from(video.pictureOfRun, (place, run) => ({ place, run })),
    ({ place }) => place,
  );
  return pairs.flatMap(({ ours, place, distance }) =>
    ours.flatMap((query) =>
      (runsAt.get(place) ?? []).map(({ run }): RunPair => {
        const [from, to] = [video.times[run * 2]!, video.times[run * 2 + 1]!];
        const hash = pictureOf(video, place);
        return { query, candidate: { hash, key: '', count: 1, from, to }, distance };
      }),
    ),
  );
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (part * 100) / whole;
}

function evenly<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)]!);
}
