import {
  transformations,
  type DihedralPdqHash,
  type FrameFingerprint,
  type FrameRun,
  type PdqHash,
} from '@commonweal/fingerprint';

/** What a file looks like: of a picture its frames, of a video the pictures one after the other. */
export type Likeness =
  | { readonly kind: 'picture'; readonly frames: readonly FrameFingerprint[] }
  | {
      readonly kind: 'video';
      readonly runs: readonly FrameRun[];
      /** Frames of the video from one sampled frame to the next, and frames in a second. */
      readonly step: number;
      readonly framesPerSecond: number;
    };

const version = 1;
const pictureRecord = 7 + 2 * 8 * 32; // frame, intact, two qualities; eight hashes of each kind
const videoHead = 13;
const videoRecord = 13 + 2 * 32; // frame, count, seconds, quality; two hashes

/** The bytes that `readLikeness` reads: half a kilobyte for a frame of a picture, 77 for one of a video. */
export function writeLikeness(likeness: Likeness): Buffer {
  return likeness.kind === 'picture' ? writePicture(likeness) : writeVideo(likeness);
}

/** @throws RangeError when the bytes are not of `writeLikeness` */
export function readLikeness(kind: Likeness['kind'], bytes: Buffer): Likeness {
  if (bytes[0] !== version)
    throw new RangeError(`Fingerprints of version ${bytes[0]} are not read.`);
  return kind === 'picture' ? readPicture(bytes) : readVideo(bytes);
}

function writePicture({ frames }: Extract<Likeness, { kind: 'picture' }>): Buffer {
  const bytes = Buffer.alloc(1 + frames.length * pictureRecord, version);
  for (const [index, { frame, intact, fullResolution, tool }] of frames.entries()) {
    let at = 1 + index * pictureRecord;
    at = bytes.writeUInt32LE(frame, at);
    at = bytes.writeUInt8(Number(intact), at);
    at = bytes.writeUInt8(fullResolution.quality, at);
    at = bytes.writeUInt8(tool.quality, at);
    for (const { dihedral } of [fullResolution, tool])
      for (const name of transformations) {
        bytes.set(dihedral[name], at);
        at += 32;
      }
  }
  return bytes;
}

function readPicture(bytes: Buffer): Likeness {
  const frames = records(bytes, 1, pictureRecord, (at) => ({
    frame: bytes.readUInt32LE(at),
    intact: bytes.readUInt8(at + 4) === 1,
    fullResolution: readDihedral(bytes, at + 7, bytes.readUInt8(at + 5)),
    tool: readDihedral(bytes, at + 7 + 8 * 32, bytes.readUInt8(at + 6)),
  }));
  return { kind: 'picture', frames };
}

function readDihedral(bytes: Buffer, from: number, quality: number): DihedralPdqHash {
  const hashes = transformations.map((name, at) => [name, hashAt(bytes, from + at * 32)]);
  const dihedral = Object.fromEntries(hashes) as DihedralPdqHash['dihedral'];
  return { hash: dihedral.original, quality, dihedral };
}

function writeVideo({ runs, step, framesPerSecond }: Extract<Likeness, { kind: 'video' }>): Buffer {
  const bytes = Buffer.alloc(videoHead + runs.length * videoRecord, version);
  bytes.writeUInt32LE(step, 1);
  bytes.writeDoubleLE(framesPerSecond, 5);
  for (const [index, { frame, count, seconds, quality, hash, tool }] of runs.entries()) {
    let at = videoHead + index * videoRecord;
    at = bytes.writeUInt32LE(frame, at);
    at = bytes.writeUInt32LE(count, at);
    at = bytes.writeFloatLE(seconds, at);
    at = bytes.writeUInt8(quality, at);
    bytes.set(hash, at);
    bytes.set(tool, at + 32);
  }
  return bytes;
}

function readVideo(bytes: Buffer): Likeness {
  const runs = records(bytes, videoHead, videoRecord, (at): FrameRun & PdqHash => ({
    frame: bytes.readUInt32LE(at),
    count: bytes.readUInt32LE(at + 4),
    seconds: bytes.readFloatLE(at + 8),
    quality: bytes.readUInt8(at + 12),
    hash: hashAt(bytes, at + 13),
    tool: hashAt(bytes, at + 45),
  }));
  const [step, framesPerSecond] = [bytes.readUInt32LE(1), bytes.readDoubleLE(5)];
  return { kind: 'video', runs, step, framesPerSecond };
}

function records<T>(bytes: Buffer, head: number, length: number, read: (at: number) => T): T[] {
  const count = (bytes.length - head) / length;
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError(`A fingerprint of ${bytes.length} bytes is cut short.`);
  return Array.from({ length: count }, (_, index) => read(head + index * length));
}

function hashAt(bytes: Buffer, at: number): Uint8Array {
  return Uint8Array.from(bytes.subarray(at, at + 32));
}
