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
  put(type: 'pdq' | 'vpdq', value: string, id: string, facts: SharedFacts): void;
  remove(type: 'pdq' | 'vpdq', value: string, id: string): void;
  /** Each banked picture or video once, as it is nearest. */
  find(likeness: Likeness): readonly (PictureFound | VideoFound)[];
  /** Banked pictures and videos. */
  readonly size: number;
}

/** Hits looked at for one hash, the nearest: of more there are signals enough. */
const mostHits = 200;
/** Different pictures of a video that are searched for among the banked pictures. */
const mostAsked = 2000;

/** Something to ask for: a hash, and where in the file it is. */
interface Asked extends Pick<PictureFound, 'turned' | 'frame' | 'seconds'> {
  readonly hash: Uint8Array;
}

/** An empty index. */
export function createLikenessIndex(): LikenessIndex {
  const pictures = createHammingIndex();
  const entries = createNumberedEntries();
  const videos = createVideoIndex<string>();
  const factsOfVideo = new Map<string, SharedFacts>();

  function numberOf(hash: Uint8Array, id: string): number | undefined {
    return pictures
      .search(hash, { radius: 0 })
      .map(({ entry }) => entry)
      .find((number) => entries.at(number).id === id);
  }

  function find(asked: readonly Asked[], among: 'all' | 'pictures'): PictureFound[] {
    const nearest = new Map<string, PictureFound>();
    const note = (found: PictureFound): void => {
      const known = nearest.get(found.id);
      if (known === undefined || found.distance < known.distance) nearest.set(found.id, found);
    };
    for (const { hash, ...where } of asked) {
      const radius = MATCHING_DISTANCE;
      if (pictures.size > 0)
        for (const { entry, distance } of pictures.search(hash, { radius, limit: mostHits }))
          note({ ...entries.at(entry), distance, ...where, knownSeconds: null });
      if (among === 'all')
        for (const { id, distance, seconds } of videos.findStill(hash)) {
          const facts = factsOfVideo.get(id)!;
          note({ id, facts, distance, ...where, knownSeconds: seconds });
        }
    }
    return [...nearest.values()];
  }

  return {
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
    find(likeness) {
      if (likeness.kind === 'picture') return find(hashesOf(likeness.frames), 'all');
      const hits = videos.search(listFrames(likeness), { isHit: sharesEnough });
      const found = hits.map(({ id, ...match }): VideoFound => ({
        id,
        facts: factsOfVideo.get(id)!,
        match,
      }));
      return [...found, ...find(stillsOf(likeness), 'pictures')];
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
function stillsOf({ runs }: Extract<Likeness, { kind: 'video' }>): Asked[] {
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
