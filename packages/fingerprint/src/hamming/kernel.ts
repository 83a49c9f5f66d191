import { loadKernel } from '../load-kernel.ts';

/** What the kernel `hamming` offers; `kernels/hamming.as.ts` says what each does. Addresses are in bytes. */
interface HammingExports {
  useSlot(slot: number): number;
  hitsAt(): number;
  entriesAt(): number;
  batchAt(): number;
  inputAt(): number;
  enter(): void;
  leave(): void;
  search(radius: number, limit: number): number;
  proceed(): number;
  hitsFound(): number;
  cutoffNow(): number;
  looksTaken(): number;
  followEntries(link: number): number;
  insert(entry: number, id: number, node: number): number;
  insertFromBatch(at: number, entry: number, id: number, node: number): number;
  remove(entry: number): number;
  idFound(): number;
  doom(id: number, found: boolean): number;
  unlink(id: number): number;
  endEpoch(): number;
  oldestReading(): number;
}

/** What `search` and `proceed` give. */
export const SEARCH_MORE = 0;
export const SEARCH_DONE = 1;

/** What `insert` gives: which of the id and the node it was handed it has used. */
export const INSERTED_RECORD = 1;
export const INSERTED_NODE = 2;
export const INSERT_PRESENT = 0;

/** What `remove` gives beside the number of a node that is spare. */
export const REMOVED_LAST = 0;
export const REMOVE_ABSENT = -1;

/** An instance of the kernel on a memory, with the views through which it is spoken to. */
export interface Kernel extends HammingExports {
  readonly words: Uint32Array;
  /** Where the hash of the next call goes: 32 bytes. */
  readonly input: Uint8Array;
  /** Hashes of a batch, in the order of the records. */
  readonly batch: Uint8Array;
}

/** Instantiates the kernel on a memory, as the user of a slot of its own. */
export function openKernel(memory: WebAssembly.Memory, slot: number): Kernel {
  const exports = loadKernel('hamming', { env: { memory } }) as HammingExports;
  exports.useSlot(slot);
  return {
    ...exports,
    words: new Uint32Array(memory.buffer),
    input: new Uint8Array(memory.buffer, exports.inputAt(), 32),
    batch: new Uint8Array(memory.buffer, exports.batchAt(), 32),
  };
}
