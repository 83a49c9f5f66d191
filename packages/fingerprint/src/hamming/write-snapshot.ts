import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { highId, type IndexBody } from './index-body.ts';
import type { Region } from './layout.ts';
import {
  FORMAT,
  HEADER_BYTES,
  MAGIC,
  PIECE_BYTES,
  PIECE_HEADER_BYTES,
  headRegions,
  piecesOf,
  recordRegions,
  smallRegions,
  type SnapshotHeader,
} from './snapshot-format.ts';

/**
 * Writes the body as it is now, however it is changed while the file is written. What changes in
 * place (which entries there are) is copied at once; heads and records only ever gain records that
 * were not there, because meanwhile nothing is unlinked and no id used twice, and those are marked as
 * not being part of it. The file is complete and on the disk before it takes its name.
 */
export async function writeSnapshot(
  body: IndexBody,
  path: string,
  sequence: number,
): Promise<void> {
  const { layout, spare, entries } = body;
  spare.tidy(Infinity);
  spare.frozen = true;
  const partial = `${path}.partial`;
  try {
    const liveHigh = highId(body);
    const highNode = spare.highNode;
    const small = smallRegions(layout, liveHigh, highNode);
    const bytes = new Uint8Array(body.memory.buffer);
    const copies = small.map((region) => ({
      region,
      copy: bytes.slice(region.at, region.at + region.bytes),
    }));
    const file = await open(partial, 'w', 0o600);
    try {
      // The header last: a file that was cut short has none.
      const writer = pieceWriter(file);
      await writer.gap(HEADER_BYTES);
      for (const { region, copy } of copies) await writer.region(region, copy, region.at);
      for (const region of headRegions(layout)) await writer.region(region, bytes, 0);
      const reached = highId(body);
      for (const region of recordRegions(layout, reached)) await writer.region(region, bytes, 0);
      const { capacity } = layout.plan;
      const header = { capacity, highId: reached, highNode, entries, liveHigh, sequence };
      await file.write(headerBytes(header), 0, HEADER_BYTES, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    spare.frozen = false;
  }
}

function headerBytes(header: SnapshotHeader): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(MAGIC, 'latin1');
  const { capacity, highId: high, highNode, entries, liveHigh } = header;
  [FORMAT, capacity, high, highNode, entries, liveHigh].forEach((number, at) =>
    bytes.writeUInt32LE(number, 8 + at * 4),
  );
  bytes.writeBigUInt64LE(BigInt(header.sequence), 32);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, HEADER_BYTES - 4)), HEADER_BYTES - 4);
  return bytes;
}

/** Writes regions piece by piece, each copied first so that what is summed is what is written. */
function pieceWriter(file: FileHandle) {
  const staging = Buffer.alloc(PIECE_HEADER_BYTES + PIECE_BYTES);
  const zeros = Buffer.alloc(PIECE_BYTES);
  let position = 0;
  async function write(length: number): Promise<void> {
    let from = 0;
    while (from < length) {
      const { bytesWritten } = await file.write(staging, from, length - from, position);
      from += bytesWritten;
      position += bytesWritten;
    }
  }
  return {
    async gap(length: number): Promise<void> {
      staging.fill(0, 0, length);
      await write(length);
    },
    /** `source` holds the memory from address `first` on. */
    async region(region: Region, source: Uint8Array, first: number): Promise<void> {
      for (const { at, bytes } of piecesOf(region)) {
        const piece = staging.subarray(PIECE_HEADER_BYTES, PIECE_HEADER_BYTES + bytes);
        piece.set(source.subarray(at - first, at - first + bytes));
        const empty = piece.equals(zeros.subarray(0, bytes));
        const kept = empty ? 0 : bytes;
        staging.writeUInt32LE(kept, 0);
        staging.writeUInt32LE(crc32(piece.subarray(0, kept), crc32(`${at} ${bytes}`)), 4);
        await write(PIECE_HEADER_BYTES + kept);
      }
    },
  };
}

/** So that the new name survives a power cut. Windows cannot open folders, and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
