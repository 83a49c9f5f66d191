import { setImmediate as breathe } from 'node:timers/promises';
import {
  createHammingIndex,
  createVideoIndex,
  isUsable,
  listFrames,
  MATCHING_DISTANCE,
  MATCHING_SHARE,
  pdqFromHex,
  readFrameJson,
  readFrameList,
  transformations,
  type FrameFingerprint,
  type Transformation,
  type VideoMatch,
} from '@commonweal/fingerprint';
import type { Likeness } from '../platform/media/likeness.ts';
import { createNumberedEntries } from './numbered-entries.ts';
import type { SharedFacts } from './shared-facts.ts';

/** A banked picture, or a still of a banked video, that a file shows. */
export interface PictureFound {
  readonly id: string;
  readonly facts: SharedFacts;
  /** Bits that differ, and how the file is turned against what is banked. */
  readonly distance: number;
  readonly turned: Transformation;
  /** Of an animation which frame, from 0; null of a picture and of a video. */
  readonly frame: number | null;
  /** Seconds: when the file, being a video, shows it, and when the banked video does. */
  readonly seconds: number | null;
  readonly knownSeconds: number | null;
}

/** A banked video of which much is in the file, or which has much of the file. */
export interface VideoFound {
  readonly id: string;
  readonly facts: SharedFacts;
  readonly match: VideoMatch;
}

/** A desk's pictures and videos that match, by what they look like. */
export interface LikenessIndex {
  /** Makes room for so many pictures at once, while there are none: growing leaves memory behind. */
  expect(pictures: number): void;
  put(type: 'pdq' | 'vpdq', value: string, id: string, facts: SharedFacts): void;
  remove(type: 'pdq' | 'vpdq', value: string, id: string): void;
  /** Each banked picture, and each video with a still like it, once, as it is nearest. */
  findPicture(picture: PictureLikeness): readonly PictureFound[];
  /**
   * Each banked video that shares enough, and each banked picture that is shown. A video is hundreds of
   * pictures: between them the thread does other things.
   */
  findVideo(video: VideoLikeness): Promise<readonly (PictureFound | VideoFound)[]>;
  /** Banked pictures and videos. */
  readonly size: number;
}

/** Hits looked at for one hash, the nearest: of more there are signals enough. */
const mostHits = 200;
/** Different pictures of a video that are searched for among the banked pictures. */
const mostAsked = 2000;

export type PictureLikeness = Extract<Likeness, { kind: 'picture' }>;
export type VideoLikeness = Extract<Likeness, { kind: 'video' }>;
/** Pictures of a video between two breaths. */
const slice = 25;

/** Something to ask for: a hash, and where in the file it is. */
interface Asked extends Pick<PictureFound, 'turned' | 'frame' | 'seconds'> {
  readonly hash: Uint8Array;
}

/** An empty index. */
export function createLikenessIndex(): LikenessIndex {
  let pictures = createHammingIndex();
  const entries = createNumberedEntries();
  const videos = createVideoIndex<string>();
  const factsOfVideo = new Map<string, SharedFacts>();

  function numberOf(hash: Uint8Array, id: string): number | undefined {
    return pictures
      .search(hash, { radius: 0 })
      .map(({ entry }) => entry)
      .find((number) => entries.at(number).id === id);
  }

  /** Keeps of each entry where it is nearest. */
  function noteInto(nearest: Map<string, PictureFound>, found: PictureFound): void {
    const known = nearest.get(found.id);
    if (known === undefined || found.distance < known.distance) nearest.set(found.id, found);
  }

  function* bankedPictures({ hash, ...where }: Asked): Generator<PictureFound> {
    if (pictures.size === 0) return;
    const radius = MATCHING_DISTANCE;
    for (const { entry, distance } of pictures.search(hash, { radius, limit: mostHits })) {
      const known = entries.at(entry);
      if (distance <= known.facts.pdqDistance)
        yield { ...known, distance, ...where, knownSeconds: null };
    }
  }

  function* bankedStills({ hash, ...where }: Asked): Generator<PictureFound> {
    if (videos.size === 0) return;
    for (const { id, distance, seconds } of videos.findStill(hash)) {
      const facts = factsOfVideo.get(id)!;
      if (distance <= facts.pdqDistance)
        yield { id, facts, distance, ...where, knownSeconds: seconds };
    }
  }

  return {
    expect(expected) {
      if (pictures.size === 0) pictures = createHammingIndex({ expected });
    },
    put(type, value, id, facts) {
      if (type === 'vpdq') {
        // Taking an entry in again because its label changed does not read its frames again.
        if (!factsOfVideo.has(id)) videos.add(id, readFrames(value));
        factsOfVideo.set(id, facts);
        return;
      }
      const hash = pdqFromHex(value);
      const known = numberOf(hash, id);
      if (known === undefined) pictures.insert(hash, entries.add(id, facts));
      else entries.set(known, facts);
    },
    remove(type, value, id) {
      if (type === 'vpdq') {
        videos.remove(id);
        factsOfVideo.delete(id);
        return;
      }
      const hash = pdqFromHex(value);
      const number = numberOf(hash, id);
      if (number === undefined) return;
      pictures.remove(hash, number);
      entries.remove(number);
    },
    findPicture({ frames }) {
      const nearest = new Map<string, PictureFound>();
      for (const asked of hashesOf(frames)) {
        for (const found of bankedPictures(asked)) noteInto(nearest, found);
        for (const found of bankedStills(asked)) noteInto(nearest, found);
      }
      return [...nearest.values()];
    },
    async findVideo(video) {
      const hits =
        videos.size === 0
          ? []
          : await videos.searchInSlices(listFrames(video), breathe, { isHit: sharesEnough });
      const nearest = new Map<string, PictureFound>();
      for (const [at, asked] of stillsOf(video).entries()) {
        if (at % slice === slice - 1) await breathe();
        for (const found of bankedPictures(asked)) noteInto(nearest, found);
      }
      const found = hits.flatMap(({ id, ...match }): VideoFound[] => {
        // Withdrawn while it was looked for.
        const facts = factsOfVideo.get(id);
        return facts === undefined ? [] : [{ id, facts, match }];
      });
      return [...found, ...nearest.values()];
    },
    get size() {
      return pictures.size + videos.size;
    },
  };
}

/** A clip of a banked video, or a video that has a banked one in it: python-threatexchange asks only for the first. */
function sharesEnough({
  queryInCandidate,
  candidateInQuery,
}: Pick<VideoMatch, 'queryInCandidate' | 'candidateInQuery'>): boolean {
  const least = MATCHING_SHARE.queryInCandidate;
  return queryInCandidate.distinct >= least || candidateInQuery.distinct >= least;
}

/** A list of frames as it is banked: as the vPDQ tool writes it, or as python-threatexchange does. */
function readFrames(value: string) {
  return value.startsWith('[') ? readFrameJson(value) : readFrameList(value);
}

/** All hashes of a picture: both references', of each frame, turned and flipped. */
function hashesOf(frames: readonly FrameFingerprint[]): Asked[] {
  const [first, ...others] = frames;
  return frames.flatMap(({ frame, fullResolution, tool }) => {
    const both = fullResolution.hash.every((byte, at) => byte === tool.hash[at])
      ? [fullResolution]
      : [fullResolution, tool];
    const where = { frame: first !== undefined && others.length > 0 ? frame : null, seconds: null };
    return both
      .filter(isUsable)
      .flatMap(({ dihedral }) =>
        transformations.map((turned) => ({ hash: dihedral[turned], turned, ...where })),
      );
  });
}

/** The different pictures of a video, each when it is first seen. */
function stillsOf({ runs }: VideoLikeness): Asked[] {
  const seen = new Set<string>();
  const asked: Asked[] = [];
  for (const { hash, tool, quality, seconds } of runs) {
    if (!isUsable({ quality })) continue;
    for (const each of [hash, tool]) {
      const key = Buffer.from(each).toString('latin1');
      if (seen.has(key)) continue;
      seen.add(key);
      asked.push({ hash: each, turned: 'original', frame: null, seconds });
      if (asked.length === mostAsked) return asked;
    }
  }
  return asked;
}
