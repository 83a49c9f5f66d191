import { createHash } from 'node:crypto';
import { hammingDistance } from '../pdq/pdq-hash.ts';
import type { HammingHit } from './run-search.ts';

/** A fingerprint that belongs to a number, always the same: 32 bytes. */
export function hashOfNumber(number: number | string): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(`fingerprint ${number}`).digest());
}

/** The same with `flips` bits, chosen by the number `which`, turned over. */
export function flipped(hash: Uint8Array, flips: number, which: number | string): Uint8Array {
  const result = Uint8Array.from(hash);
  const bits = new Set<number>();
  for (let round = 0; bits.size < flips; round += 1)
    for (const bit of createHash('sha256').update(`flips ${which} ${round}`).digest())
      if (bits.size < flips) bits.add(bit);
  for (const bit of bits) result[bit >> 3] = (result[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return result;
}

/** One of the many near-duplicates of one of a few pictures: up to 20 bits from it. */
export function nearDuplicate(number: number, pictures: number): Uint8Array {
  return flipped(hashOfNumber(`picture ${number % pictures}`), number % 21, number);
}

/** The plain twin of the index: a map that is looked through from end to end. */
export function plainIndex() {
  const kept = new Map<string, { readonly hash: Uint8Array; readonly entries: Set<number> }>();
  const keyOf = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
  return {
    insert(hash: Uint8Array, entry: number): boolean {
      const known = kept.get(keyOf(hash)) ?? { hash: Uint8Array.from(hash), entries: new Set() };
      if (known.entries.has(entry)) return false;
      known.entries.add(entry);
      kept.set(keyOf(hash), known);
      return true;
    },
    remove(hash: Uint8Array, entry: number): boolean {
      return kept.get(keyOf(hash))?.entries.delete(entry) ?? false;
    },
    search(hash: Uint8Array, radius: number): HammingHit[] {
      const hits: HammingHit[] = [];
      for (const known of kept.values()) {
        const distance = hammingDistance(known.hash, hash);
        if (distance > radius) continue;
        for (const entry of known.entries) hits.push({ entry, distance });
      }
      return inOrder(hits);
    },
    get size(): number {
      return [...kept.values()].reduce((sum, { entries }) => sum + entries.size, 0);
    },
  };
}

/** Hits in the one order in which they can be compared: by distance, then by entry. */
export function inOrder(hits: readonly HammingHit[]): HammingHit[] {
  return hits.toSorted((a, b) => a.distance - b.distance || a.entry - b.entry);
}
