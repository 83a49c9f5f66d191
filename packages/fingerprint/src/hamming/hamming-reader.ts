import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { openKernel } from './kernel.ts';
import { SUPERSEDED_WORD } from './layout.ts';
import { runSearch, runSearchMany, type HammingHit, type SearchOptions } from './run-search.ts';

/**
 * What another thread needs to search the index. For one thread, once: post it with `port` in the
 * transfer list. `share` makes as many as are wanted.
 */
export interface HammingHandle {
  readonly memory: WebAssembly.Memory;
  readonly slot: number;
  /** Brings the memory that comes after this one, when the index outgrows it. */
  readonly port: MessagePort;
}

/** What a thread that was handed the index can do. */
export interface HammingReader {
  /** As the index's own. */
  search(hash: Uint8Array, options?: SearchOptions): HammingHit[];
  searchMany(hashes: Uint8Array, options?: SearchOptions): HammingHit[][];
  /** Gives the place back to the index. Ending the thread does the same. */
  close(): void;
}

/** Opens the index in the thread that a handle was posted to. It sees every change at once, and follows the index into larger memories. */
export function openHammingReader(handle: HammingHandle): HammingReader {
  const { slot, port } = handle;
  let kernel = openKernel(handle.memory, slot);
  let open = true;

  function current() {
    if (!open) throw new Error('This reader of the index is closed. Share the index again.');
    while (Atomics.load(kernel.words, SUPERSEDED_WORD) !== 0) {
      // Posted before the word was set, so it is there.
      const next: { readonly message: { readonly memory: WebAssembly.Memory } } | undefined =
        receiveMessageOnPort(port);
      if (next === undefined)
        throw new Error('The index has been closed, or this handle was opened a second time.');
      kernel = openKernel(next.message.memory, slot);
    }
    return kernel;
  }

  return {
    search: (hash, options = {}) => runSearch(current(), hash, options),
    searchMany: (hashes, options = {}) => runSearchMany(current(), hashes, options),
    close() {
      open = false;
      port.close();
    },
  };
}
