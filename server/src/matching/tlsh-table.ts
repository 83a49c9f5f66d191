import {
  canonicalText,
  LEAST_TLSH_BYTES,
  parseTlsh,
  TLSH_MATCHING_DISTANCE,
  tlshDistance,
  tlshOf,
} from '@commonweal/fingerprint';
import type { SharedFacts } from './shared-facts.ts';

/** A banked text that a text is like. */
export interface TextFound {
  readonly id: string;
  readonly facts: SharedFacts;
  /** TLSH distance, lengths left out: 0 for the same, 30 the most. */
  readonly distance: number;
}

/** A desk's banked texts, of which it has the TLSH digests alone. */
export interface TlshTable {
  put(digest: string, id: string, facts: SharedFacts): void;
  remove(digest: string, id: string): void;
  /** Those near a text as it is written, or in its canonical form; the nearest first. */
  find(text: string): TextFound[];
  /** Those near a digest; the nearest first. @throws when it is no TLSH digest */
  findDigest(digest: string): TextFound[];
  readonly size: number;
}

interface Known {
  readonly digest: Uint8Array;
  readonly id: string;
  readonly facts: SharedFacts;
}

/** Two digests whose quartile ratios are further apart than this are never near: each step costs 12. */
const farthest = 1 + Math.floor(TLSH_MATCHING_DISTANCE / 12);

/** An empty table. A search compares with a sixth of the digests: those of about the same quartile ratios. */
export function createTlshTable(): TlshTable {
  const byRatios = new Map<number, Known[]>();
  let size = 0;

  function remove(digest: string, id: string): void {
    const ratios = parseTlsh(digest)[2]!;
    const known = byRatios.get(ratios) ?? [];
    const left = known.filter((one) => one.id !== id);
    size -= known.length - left.length;
    if (left.length === 0) byRatios.delete(ratios);
    else byRatios.set(ratios, left);
  }

  function search(digest: Uint8Array, nearest: Map<string, TextFound>): void {
    for (const [ratios, known] of byRatios) {
      if (isFar(ratios >> 4, digest[2]! >> 4) || isFar(ratios & 15, digest[2]! & 15)) continue;
      for (const { digest: other, id, facts } of known) {
        const distance = tlshDistance(digest, other);
        if (distance > TLSH_MATCHING_DISTANCE) continue;
        if (distance < (nearest.get(id)?.distance ?? Infinity))
          nearest.set(id, { id, facts, distance });
      }
    }
  }

  function nearestOf(digests: readonly string[]): TextFound[] {
    const nearest = new Map<string, TextFound>();
    for (const digest of digests) search(parseTlsh(digest), nearest);
    return [...nearest.values()].toSorted((one, other) => one.distance - other.distance);
  }

  return {
    put(digest, id, facts) {
      remove(digest, id);
      const bytes = parseTlsh(digest);
      const known = { digest: bytes, id, facts };
      const others = byRatios.get(bytes[2]!);
      if (others === undefined) byRatios.set(bytes[2]!, [known]);
      else others.push(known);
      size += 1;
    },
    remove,
    find(text) {
      if (size === 0 || Buffer.byteLength(text) < LEAST_TLSH_BYTES) return [];
      const digests = new Set([tlshOf(text), tlshOf(canonicalText(text).text)]);
      return nearestOf([...digests].filter((digest) => digest !== null));
    },
    findDigest: (digest) => nearestOf([digest]),
    get size() {
      return size;
    },
  };
}

function isFar(one: number, other: number): boolean {
  const apart = Math.abs(one - other);
  return Math.min(apart, 16 - apart) > farthest;
}
