import type { Layout, Region } from './layout.ts';

/**
 * A snapshot is a header and then the regions in pieces, so that it can be loaded without building
 * anything. All numbers are little-endian.
 *
 *     header   64 bytes: "CWHAMIDX", format (u32), capacity (u32), ids up to (u32), nodes up to (u32),
 *              entries (u32), high id when it was begun (u32), sequence (u64), zeros, CRC-32 of the 60 before
 *     piece    number of bytes, 0 when they are all zero (u32), CRC-32 of position and bytes (u32), bytes
 */
export const MAGIC = 'CWHAMIDX';
/** Also to be raised when a plan, the layout or the order of the bits changes. */
export const FORMAT = 1;
export const HEADER_BYTES = 64;
export const PIECE_BYTES = 1 << 20;
export const PIECE_HEADER_BYTES = 8;

/** What a header says. */
export interface SnapshotHeader {
  readonly capacity: number;
  /** The ids that heads may lead to are below this; those from `liveHigh` on are not part of the index. */
  readonly highId: number;
  readonly highNode: number;
  readonly entries: number;
  readonly liveHigh: number;
  readonly sequence: number;
}

/** The regions that are copied all at once when a snapshot begins: everything that changes in place. */
export function smallRegions(layout: Layout, highId: number, highNode: number): readonly Region[] {
  const { cells, exact, nodes, nodeTable } = layout;
  return [
    { at: cells.at, bytes: highId * 8 },
    exact,
    { at: nodes.at, bytes: highNode * 16 },
    highNode > 1 ? nodeTable : { at: nodeTable.at, bytes: 0 },
  ];
}

/** The regions that are read while the index goes on: heads first, then all that heads may lead to. */
export function headRegions(layout: Layout): readonly Region[] {
  return layout.heads;
}
export function recordRegions(layout: Layout, highId: number): readonly Region[] {
  return [
    { at: layout.records.at, bytes: highId * 64 },
    { at: layout.side.at, bytes: highId * layout.sideBytes },
  ];
}

/** The region in pieces. */
export function* piecesOf({ at, bytes }: Region): Generator<Region> {
  for (let from = 0; from < bytes; from += PIECE_BYTES)
    yield { at: at + from, bytes: Math.min(PIECE_BYTES, bytes - from) };
}
