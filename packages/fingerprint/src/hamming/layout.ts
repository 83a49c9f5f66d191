import { PERMUTATION_BYTES, writePermutation } from './permutation.ts';
import type { Plan } from './plan.ts';

/** A stretch of the memory, in bytes. */
export interface Region {
  readonly at: number;
  readonly bytes: number;
}

/** Where everything is in the memory of a plan; `kernels/hamming/layout.as.ts` says what it is. */
export interface Layout {
  readonly plan: Plan;
  readonly sideBytes: number;
  readonly exactSlots: number;
  readonly nodeSlots: number;
  readonly heads: readonly Region[];
  readonly records: Region;
  readonly side: Region;
  readonly cells: Region;
  readonly exact: Region;
  readonly nodes: Region;
  readonly nodeTable: Region;
  readonly permutation: Region;
  readonly slots: Region;
  readonly bytes: number;
}

/** Numbers of the control words (u32) that this side uses too; byte addresses / 4. */
export const EPOCH_WORD = 0;
export const SUPERSEDED_WORD = 8;
export const HIGH_WORD = 16;
const GEOMETRY_WORD = 32;
const BANDS_WORD = 64;
/** The word in which reader `slot` says since when it reads. */
export const announcedWord = (slot: number): number => 256 + slot * 16;

/** Slot 0 is the writer's own. */
export const SLOTS = 64;
const SLOT_BYTES = 1 << 18;
const CONTROL_BYTES = 8192;
const PAGE = 65_536;

/** The layout of a plan: the same plan has the same layout, always. */
export function layoutOf(plan: Plan): Layout {
  let end = CONTROL_BYTES;
  const take = (bytes: number): Region => {
    const region = { at: end, bytes };
    end = Math.ceil((end + bytes) / 64) * 64;
    return region;
  };
  const { capacity, bands } = plan;
  const sideBytes = (bands.length - 8) * 4;
  const exactSlots = powerOfTwoFrom(capacity * 1.25);
  const nodeSlots = powerOfTwoFrom(capacity * 1.25);
  return {
    plan,
    sideBytes,
    exactSlots,
    nodeSlots,
    permutation: take(PERMUTATION_BYTES),
    slots: take(SLOTS * SLOT_BYTES),
    heads: bands.map(({ width }) => take(4 * 2 ** width)),
    records: take((capacity + 1) * 64),
    side: take((capacity + 1) * sideBytes),
    cells: take((capacity + 1) * 8),
    exact: take(exactSlots * 4),
    nodes: take((capacity + 1) * 16),
    nodeTable: take(nodeSlots * 4),
    bytes: end,
  };
}

function powerOfTwoFrom(number: number): number {
  return 2 ** Math.ceil(Math.log2(number));
}

/**
 * A memory of a layout with no records in it. It has its full size from the start and never grows;
 * the operating system gives it pages only where something is written.
 */
export function layMemory(layout: Layout): WebAssembly.Memory {
  const pages = Math.ceil(layout.bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const words = new Uint32Array(memory.buffer);
  words[EPOCH_WORD] = 1;
  words[HIGH_WORD] = 1;
  words.set(
    [
      layout.plan.bands.length,
      layout.records.at,
      layout.side.at,
      layout.sideBytes,
      layout.cells.at,
      layout.exact.at,
      layout.exactSlots - 1,
      layout.nodes.at,
      layout.nodeTable.at,
      layout.nodeSlots - 1,
      layout.permutation.at,
      layout.slots.at,
    ],
    GEOMETRY_WORD,
  );
  layout.plan.bands.forEach(({ firstBit, width, flips }, at) => {
    words.set([firstBit, width, layout.heads[at]?.at ?? 0, flips], BANDS_WORD + at * 4);
  });
  writePermutation(new Uint8Array(memory.buffer, layout.permutation.at, layout.permutation.bytes));
  return memory;
}
