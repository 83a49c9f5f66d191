import { SIGNATURE_LENGTH } from './min-hash.ts';

const BANDS = 42;
const ROWS = 3;
const NONE = -1;

/** Signatures in slots, found by any band of components in which they agree. */
export interface BandTable {
  /** Stores a signature and returns its slot, which may be one that became free. */
  add(signature: Uint32Array): number;
  /** Empties a slot that is filled. */
  remove(slot: number): void;
  signature(slot: number): Uint32Array;
  /** Each slot that agrees in at least one whole band, once. */
  candidates(signature: Uint32Array): number[];
}

function bandHash(signature: Uint32Array, band: number): number {
  let hash = Math.imul(band + 1, 0x9e3779b1);
  for (let row = 0; row < ROWS; row++) {
    hash = Math.imul(hash ^ signature[band * ROWS + row]!, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash;
}

/**
 * Chains of slots per band in typed arrays: `heads` has a power of two of chains per band, `next`
 * leads from slot to slot. Doubles when every slot is filled.
 */
export function createBandTable(): BandTable {
  let capacity = 256;
  let signatures = new Uint32Array(capacity * SIGNATURE_LENGTH);
  let next = new Int32Array(capacity * BANDS);
  let heads = new Int32Array(capacity * BANDS).fill(NONE);
  let seen = new Uint32Array(capacity);
  let searches = 0;
  let used = 0;
  const free: number[] = [];

  const signatureOf = (slot: number): Uint32Array =>
    signatures.subarray(slot * SIGNATURE_LENGTH, (slot + 1) * SIGNATURE_LENGTH);

  function headOf(signature: Uint32Array, band: number): number {
    return band * capacity + (bandHash(signature, band) & (capacity - 1));
  }

  function link(slot: number): void {
    const signature = signatureOf(slot);
    for (let band = 0; band < BANDS; band++) {
      const head = headOf(signature, band);
      next[slot * BANDS + band] = heads[head]!;
      heads[head] = slot;
    }
  }

  function double(): void {
    const grown = new Uint32Array(capacity * 2 * SIGNATURE_LENGTH);
    grown.set(signatures);
    signatures = grown;
    capacity *= 2;
    next = new Int32Array(capacity * BANDS);
    heads = new Int32Array(capacity * BANDS).fill(NONE);
    seen = new Uint32Array(capacity);
    searches = 0;
    // Only ever called when no slot is free.
    for (let slot = 0; slot < used; slot++) link(slot);
  }

  return {
    add(signature) {
      let slot = free.pop();
      if (slot === undefined) {
        if (used === capacity) double();
        slot = used++;
      }
      signatures.set(signature, slot * SIGNATURE_LENGTH);
      link(slot);
      return slot;
    },
    remove(slot) {
      const signature = signatureOf(slot);
      for (let band = 0; band < BANDS; band++) {
        const head = headOf(signature, band);
        const after = next[slot * BANDS + band]!;
        if (heads[head] === slot) heads[head] = after;
        else {
          let at = heads[head]!;
          while (next[at * BANDS + band] !== slot) at = next[at * BANDS + band]!;
          next[at * BANDS + band] = after;
        }
      }
      free.push(slot);
    },
    signature: signatureOf,
    candidates(signature) {
      if (++searches === 0xffffffff) {
        seen.fill(0);
        searches = 1;
      }
      const found: number[] = [];
      for (let band = 0; band < BANDS; band++) {
        let slot = heads[headOf(signature, band)]!;
        for (; slot !== NONE; slot = next[slot * BANDS + band]!) {
          if (seen[slot] === searches) continue;
          seen[slot] = searches;
          found.push(slot);
        }
      }
      return found;
    },
  };
}
