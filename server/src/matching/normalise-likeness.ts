import {
  hammingDistance,
  isUsable,
  LEAST_QUALITY,
  parseTlsh,
  pdqFromHex,
  pdqToHex,
  readFrameJson,
  readFrameList,
  VideoError,
  writeFrameJson,
  type ListedFrame,
} from '@commonweal/fingerprint';
import { fault, type FieldError } from '../platform/http/index.ts';

/** Characters of a video's list of frames: some twenty minutes at a frame a second. */
export const LONGEST_FRAMES = 100_000;

const nothing = new Uint8Array(32);
/** A hash of a picture has 128 bits set, give or take what equal frequencies do: 24,000 of 24,000 photographs. */
const [fewestBits, mostBits] = [96, 160];

interface Refused {
  readonly refused: FieldError;
}

/** A PDQ hash, alone or as lists have it with its quality: "hash,quality". Kept as 64 digits in lower case. */
export function normalisePdq(value: string): string | Refused {
  const [, hex = '', quality] = /^([0-9a-f]{64})(?:\s*,\s*(\d{1,3}))?$/i.exec(value.trim()) ?? [];
  if (hex === '') return refused(fault('/value', 'not-a-pdq'));
  if (quality !== undefined && !isUsable({ quality: Number(quality) }))
    return refused(fault('/value', 'too-plain', { least: LEAST_QUALITY }));
  const hash = pdqFromHex(hex);
  return isPlain(hash)
    ? refused(fault('/value', 'too-plain', { least: LEAST_QUALITY }))
    : pdqToHex(hash);
}

/** A TLSH digest, kept as "T1" and 70 digits in capitals. */
export function normaliseTlsh(value: string): string | Refused {
  try {
    return `T1${Buffer.from(parseTlsh(value.trim())).toString('hex').toUpperCase()}`;
  } catch {
    return refused(fault('/value', 'not-a-tlsh'));
  }
}

/**
 * The frames of a video, as the vPDQ tool or python-threatexchange writes them; kept as the latter does,
 * without the frames that say too little to be found by.
 */
export function normaliseFrames(value: string): string | Refused {
  if (value.length > LONGEST_FRAMES)
    return refused(fault('/value', 'too-long', { most: LONGEST_FRAMES }));
  let frames: ListedFrame[];
  try {
    frames = value.trimStart().startsWith('[') ? readFrameJson(value) : readFrameList(value.trim());
  } catch (error) {
    if (!(error instanceof VideoError)) throw error;
    return refused(fault('/value', 'not-frames', { why: error.message }));
  }
  const usable = frames.filter((frame) => isUsable(frame) && !isPlain(frame.hash));
  return usable.length === 0
    ? refused(fault('/value', 'too-plain', { least: LEAST_QUALITY }))
    : writeFrameJson(usable);
}

/** All black, all white, or so near it that it would be found everywhere. */
function isPlain(hash: Uint8Array): boolean {
  const bits = hammingDistance(hash, nothing);
  return bits < fewestBits || bits > mostBits;
}

function refused(error: FieldError): Refused {
  return { refused: error };
}
