import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { indexOf, type HammingIndex } from './hamming-index.ts';
import type { IndexBody } from './index-body.ts';
import { openKernel } from './kernel.ts';
import { HIGH_WORD, layMemory, layoutOf, type Layout, type Region } from './layout.ts';
import { plans } from './plan.ts';
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
import { spareIds } from './spare-ids.ts';

/** An index from a snapshot, and the sequence number it was saved with. */
export interface LoadedIndex {
  readonly index: HammingIndex;
  readonly sequence: number;
}

/**
 * Loads what `save` wrote, without building anything: a second or two for ten million. Throws an
 * Error that says what is wrong with a file that is cut short, damaged, of another format or no
 * snapshot, and the error of the file system when it cannot be read. The file guards against damage,
 * not against forgery: keep it where the database is kept.
 */
export async function loadHammingIndex(path: string): Promise<LoadedIndex> {
  const file = await open(path, 'r');
  try {
    const header = await readHeader(file, path);
    const body = await readBody(file, path, header);
    return { index: indexOf(body), sequence: header.sequence };
  } finally {
    await file.close();
  }
}

function refuse(path: string, what: string): never {
  throw new Error(
    `The snapshot ${path} cannot be used: ${what}. Delete it and build the index from the entries.`,
  );
}

async function readHeader(file: FileHandle, path: string): Promise<SnapshotHeader> {
  const bytes = Buffer.alloc(HEADER_BYTES);
  await readFully(file, path, bytes, 0);
  if (bytes.toString('latin1', 0, 8) !== MAGIC) refuse(path, 'it is no snapshot of an index');
  if (bytes.readUInt32LE(HEADER_BYTES - 4) !== crc32(bytes.subarray(0, HEADER_BYTES - 4)))
    refuse(path, 'its header is damaged');
  const format = bytes.readUInt32LE(8);
  if (format !== FORMAT) refuse(path, `its format is ${format}, and this version reads ${FORMAT}`);
  const number = (at: number) => bytes.readUInt32LE(12 + at * 4);
  return {
    capacity: number(0),
    highId: number(1),
    highNode: number(2),
    entries: number(3),
    liveHigh: number(4),
    sequence: Number(bytes.readBigUInt64LE(32)),
  };
}

async function readBody(
  file: FileHandle,
  path: string,
  header: SnapshotHeader,
): Promise<IndexBody> {
  const { capacity, highId, highNode, liveHigh, entries } = header;
  const plan = plans.find((known) => known.capacity === capacity);
  if (plan === undefined || Math.max(highId, liveHigh, highNode) > capacity + 1)
    refuse(path, `its sizes fit no plan (${JSON.stringify(header)})`);
  const layout = layoutOf(plan);
  const memory = layMemory(layout);
  await readRegions(file, path, new Uint8Array(memory.buffer), [
    ...smallRegions(layout, liveHigh, highNode),
    ...headRegions(layout),
    ...recordRegions(layout, highId),
  ]);
  const kernel = openKernel(memory, 0);
  const { words } = kernel;
  words[HIGH_WORD] = highId;
  const { ids, nodes } = notInUse(words, layout, liveHigh, highNode);
  const spare = spareIds(kernel, { id: highId, node: highNode }, ids, nodes);
  // Records that came while the snapshot was written: linked in some bands, and without an entry.
  for (let id = liveHigh; id < highId; id += 1) spare.giveUnfindable(id);
  spare.tidy(Infinity);
  return { memory, layout, kernel, spare, entries };
}

async function readRegions(
  file: FileHandle,
  path: string,
  memory: Uint8Array,
  regions: readonly Region[],
): Promise<void> {
  const { size } = await file.stat();
  const pieceHeader = Buffer.alloc(PIECE_HEADER_BYTES);
  const staging = Buffer.alloc(PIECE_BYTES);
  let position = HEADER_BYTES;
  for (const region of regions)
    for (const { at, bytes } of piecesOf(region)) {
      await readFully(file, path, pieceHeader, position);
      position += PIECE_HEADER_BYTES;
      const kept = pieceHeader.readUInt32LE(0);
      if (kept !== 0 && kept !== bytes) refuse(path, `it is damaged at byte ${position}`);
      const piece = staging.subarray(0, kept);
      await readFully(file, path, piece, position);
      if (crc32(piece, crc32(`${at} ${bytes}`)) !== pieceHeader.readUInt32LE(4))
        refuse(path, `it is damaged near byte ${position}`);
      memory.set(piece, at);
      position += kept;
    }
  if (position !== size) refuse(path, 'it goes on after its end');
}

async function readFully(
  file: FileHandle,
  path: string,
  into: Uint8Array,
  position: number,
): Promise<void> {
  let done = 0;
  while (done < into.length) {
    const { bytesRead } = await file.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) refuse(path, `it is cut short at byte ${position + done}`);
    done += bytesRead;
  }
}

/** Ids and nodes that nothing uses, among those that were used once. */
function notInUse(words: Uint32Array, layout: Layout, highId: number, highNode: number) {
  const ids: number[] = [];
  const nodes: number[] = [];
  for (let id = 1; id < highId; id += 1)
    if (words[layout.cells.at / 4 + id * 2 + 1] === 0) ids.push(id);
  for (let node = 1; node < highNode; node += 1)
    if (words[layout.nodes.at / 4 + node * 4 + 3] === 0) nodes.push(node);
  return { ids, nodes };
}
