/**
 * Records without entries leave the chains in steps: dead (its cell's link is 0, it stays linked and
 * may come back), doomed (no longer found by its hash, so it cannot come back), unlinked from every
 * band, and, once no reader can be at it, free. An id that is still linked is never linked again:
 * that would close a chain into a ring.
 */
import { dropExact } from './exact.as';
import {
  MOST_READERS,
  EPOCH,
  announcedBy,
  bandOf,
  bands,
  cellOf,
  firstBit,
  headsOf,
  nextOf,
  recordOf,
  widthOf,
} from './layout.as';

/** In the entry of a doomed record's cell: this bit, and one for each band it has left. */
const DOOMED: u32 = 1 << 31;

/** Dooms a dead record. False when it lives again. `found`: whether it can be found by its hash. */
export function doom(id: u32, found: bool): bool {
  const cell = cellOf(id);
  if (load<u32>(cell, 4) != 0 || (load<u32>(cell) & DOOMED) != 0) return false;
  if (found) dropExact(id);
  store<u32>(cell, DOOMED);
  return true;
}

/**
 * Takes a doomed record out of every band, and with it all doomed records in the same chains, so
 * that a chain of thousands is walked once for all of them. Gives the steps it took.
 */
export function unlink(id: u32): u32 {
  const record = recordOf(id);
  let steps: u32 = 0;
  for (let band = 0; band < bands; band++) {
    const left = load<u32>(cellOf(id));
    if ((left >> <u32>band) & 1) continue;
    let from = headsOf(band) + (<usize>bandOf(record, firstBit(band), widthOf(band)) << 2);
    for (let at = load<u32>(from); at != 0; steps++) {
      const cell = cellOf(at);
      const next = nextOf(at, band);
      const after = load<u32>(next);
      if (load<u32>(cell, 4) == 0 && (load<u32>(cell) & DOOMED) != 0) {
        atomic.store<u32>(from, after);
        store<u32>(cell, load<u32>(cell) | (1 << <u32>band));
      } else from = next;
      at = after;
    }
  }
  return steps;
}

/** Ends an epoch, and gives its number: whoever reads since a later one cannot come upon what was unlinked. */
export function endEpoch(): u32 {
  return atomic.add<u32>(EPOCH, 1);
}

/** The epoch since which the longest reading has been going on; the highest number when nobody reads. */
export function oldestReading(): u32 {
  let oldest = u32.MAX_VALUE;
  for (let slot = 0; slot < MOST_READERS; slot++) {
    const since = atomic.load<u32>(announcedBy(slot));
    if (since != 0 && since < oldest) oldest = since;
  }
  return oldest;
}
