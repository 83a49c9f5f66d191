import { hashTypes, type EntryType, type LookupReply } from '@commonweal/contract';
import {
  listFrames,
  pdqFromHex,
  refang,
  transformations,
  urlVariants,
  VideoError,
  writeFrameJson,
  type DihedralPdqHash,
  type VideoFingerprint,
} from '@commonweal/fingerprint';
import { pdqOf, type PreparedFile } from '../intake/index.ts';
import { fault, faulty } from '../platform/http/index.ts';
import type { Likeness } from '../platform/media/likeness.ts';
import type { Media } from '../platform/media/media.ts';
import type { Platform } from '../platform/platform.ts';
import type { MatchableItem } from './matchable-item.ts';
import { normaliseEntry } from './normalise-entry.ts';

/** What is asked about: one of them. */
export interface Asked {
  readonly hash?: string | undefined;
  readonly url?: string | undefined;
  readonly text?: string | undefined;
  /** A file that was received, and where it lies. */
  readonly file?: { readonly prepared: PreparedFile; readonly path: string } | undefined;
}

/** A value as an entry would have it. */
export interface Value {
  readonly type: EntryType;
  readonly value: string;
}

/** What is to be matched, and what is to be found by its value. */
export interface Question {
  readonly kind: LookupReply['kind'];
  readonly item: Partial<MatchableItem>;
  readonly values: readonly Value[];
  readonly file: LookupReply['file'];
}

/** Seconds that an answer waits for a video to be hashed. */
const videoSeconds = 25;
const tooLong =
  'The video takes too long to be compared while you wait. Its digests were compared. Handed in as an item, it is compared in full.';

/**
 * Reads what is asked as an item would have it, and as an entry would.
 * @throws ProblemError when it is none or more than one of the things, or no hash or link
 */
export async function questionOf(platform: Platform, asked: Asked): Promise<Question> {
  const given = (['hash', 'url', 'text', 'file'] as const).filter(
    (one) => asked[one] !== undefined,
  );
  if (given.length !== 1) throw faulty([fault('', 'ask-one')]);
  if (asked.file !== undefined) return aboutFile(platform, asked.file);
  if (asked.hash !== undefined) return aboutHash(asked.hash);
  return asked.url === undefined ? aboutText(asked.text ?? '') : aboutUrl(asked.url);
}

/** A hash may be of each type that it has the form of: 64 digits are a SHA-256 or a PDQ hash. */
function aboutHash(hash: string): Question {
  const values = hashTypes.flatMap((type): Value[] => {
    const normal = normaliseEntry('hash', type, hash);
    return 'value' in normal && type !== 'vpdq' ? [{ type, value: normal.value }] : [];
  });
  if (values.length === 0) throw faulty([fault('/hash', 'not-a-hash')]);
  const of = (wanted: EntryType) => values.find(({ type }) => type === wanted)?.value ?? null;
  const pdq = of('pdq');
  const digests = { md5: of('md5'), sha1: of('sha1'), sha256: of('sha256') };
  const likeness = pdq === null ? null : pictureWith(pdqFromHex(pdq));
  const tlsh = of('tlsh');
  const item = {
    files: tlsh === null ? [{ ...digests, likeness }] : [],
    ...(tlsh !== null && { textDigest: tlsh }),
  };
  return { kind: 'hash', item, values, file: null };
}

/** A picture of which the hash alone is known: how it would be turned is not. */
function pictureWith(hash: Uint8Array): Likeness {
  const dihedral = Object.fromEntries(transformations.map((name) => [name, hash]));
  const print = { hash, quality: 100, dihedral: dihedral as DihedralPdqHash['dihedral'] };
  return {
    kind: 'picture',
    frames: [{ frame: 0, intact: true, fullResolution: print, tool: print }],
  };
}

function aboutUrl(url: string): Question {
  // Not as an entry is read: a link too broad for a bank may be asked about all the same.
  const address = refang(url.trim());
  const values = urlVariants(address).map((value): Value => ({ type: 'url', value }));
  if (values.length === 0) throw faulty([fault('/url', 'not-a-link')]);
  return { kind: 'url', item: { url: address }, values, file: null };
}

function aboutText(text: string): Question {
  const normal = normaliseEntry('phrase', 'phrase', text);
  const values: Value[] = 'value' in normal ? [{ type: 'phrase', value: normal.value }] : [];
  return { kind: 'text', item: { text }, values, file: null };
}

async function aboutFile(
  { media }: Platform,
  { prepared, path }: NonNullable<Asked['file']>,
): Promise<Question> {
  const { name, mediaType, bytes, md5, sha1, sha256, width, height } = prepared;
  let { likeness, hashing, hashingNote } = prepared;
  const values = Object.entries({ md5, sha1, sha256 }).flatMap(([type, value]): Value[] =>
    value === null ? [] : [{ type: type as 'md5' | 'sha1' | 'sha256', value }],
  );
  if (hashing === 'pending') {
    const video = await fingerprintWithin(media, path, videoSeconds);
    if (typeof video === 'string') hashingNote = video;
    else {
      likeness = { kind: 'video', ...video };
      values.push({ type: 'vpdq', value: writeFrameJson(listFrames(video)) });
    }
    hashing = typeof video === 'string' ? 'failed' : 'done';
  }
  const pdq = pdqOf(likeness ?? undefined);
  if (pdq !== null)
    for (const value of new Set([pdq.hash, pdq.tool_hash])) values.push({ type: 'pdq', value });
  return {
    kind: 'file',
    item: { files: [{ md5, sha1, sha256, likeness }] },
    values,
    file: {
      name,
      media_type: mediaType,
      bytes,
      md5,
      sha1,
      sha256,
      width,
      height,
      hashing,
      hashing_note: hashingNote,
      pdq,
    },
  };
}

/**
 * The fingerprint, or why there is none in time. What has not had its turn by then is given up, and what
 * has is bounded: nobody waits for it.
 */
async function fingerprintWithin(
  media: Media,
  path: string,
  seconds: number,
): Promise<VideoFingerprint | string> {
  const ended = Promise.withResolvers<string>();
  const givenUp = new AbortController();
  const timer = setTimeout(() => ended.resolve(tooLong), seconds * 1000);
  try {
    const work = media.video(path, { seconds, signal: givenUp.signal });
    return await Promise.race([work, ended.promise]);
  } catch (error) {
    if (error instanceof VideoError) return error.message;
    throw error;
  } finally {
    clearTimeout(timer);
    givenUp.abort();
  }
}
