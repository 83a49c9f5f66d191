import { createHash } from 'node:crypto';
import { urlVariants } from './url-variants.ts';

/** Shortest and longest prefix of a hash that may be asked about, in bytes. */
export const SHORTEST_PREFIX = 4;
export const LONGEST_PREFIX = 32;

/** SHA-256 in hex of a key as `urlKey` gives it: what a bank shares in place of the address. */
export function urlHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/**
 * What to ask of whoever holds the bank without disclosing the link: the first bytes of the hash
 * of each of its variants (`urlVariants`), in hex, without repetition. Four bytes are shared by
 * so many addresses that they tell next to nothing; each byte more tells more.
 * Empty when the text is not a web address. Throws RangeError when `bytes` is not 4 to 32.
 */
export function urlHashPrefixes(address: string, bytes: number = SHORTEST_PREFIX): string[] {
  if (!Number.isInteger(bytes) || bytes < SHORTEST_PREFIX || bytes > LONGEST_PREFIX)
    throw new RangeError(
      `A prefix has ${SHORTEST_PREFIX} to ${LONGEST_PREFIX} bytes, not ${bytes}.`,
    );
  return [...new Set(urlVariants(address).map((key) => urlHash(key).slice(0, bytes * 2)))];
}

/**
 * Which variants of a link the answer holds, most specific first: the last step, done by whoever
 * asked. Other hashes in the answer are of other people's links.
 */
export function variantsWithin(address: string, fullHashes: Iterable<string>): string[] {
  const known = new Set(fullHashes);
  return urlVariants(address).filter((key) => known.has(urlHash(key)));
}

/** The hashes of a bank's addresses, to be asked by prefix. */
export interface UrlHashIndex {
  /** Takes in a key (`urlKey`). Adding it again changes nothing. */
  add(key: string): void;
  remove(key: string): void;
  /**
   * The full hashes that begin with a prefix of 4 to 32 bytes in hex, in order.
   * Throws RangeError when it is not one.
   */
  find(prefix: string): string[];
  readonly size: number;
}

const PREFIX = /^(?:[0-9a-f]{2}){4,32}$/i;

/**
 * An empty index of hashes by prefix, after the lookup of Safe Browsing ("URLs and Hashing", Hash
 * prefix computations): a platform sends `urlHashPrefixes(link)`, is answered with full hashes,
 * and compares them itself (`variantsWithin`). Who is asked learns no link.
 */
export function createUrlHashIndex(): UrlHashIndex {
  const byPrefix = new Map<string, readonly string[]>();
  let size = 0;
  const shortest = (hash: string): string => hash.slice(0, SHORTEST_PREFIX * 2);
  return {
    add(key) {
      const hash = urlHash(key);
      const known = byPrefix.get(shortest(hash)) ?? [];
      if (known.includes(hash)) return;
      byPrefix.set(shortest(hash), [...known, hash].sort());
      size++;
    },
    remove(key) {
      const hash = urlHash(key);
      const known = byPrefix.get(shortest(hash)) ?? [];
      const left = known.filter((other) => other !== hash);
      if (left.length === known.length) return;
      if (left.length === 0) byPrefix.delete(shortest(hash));
      else byPrefix.set(shortest(hash), left);
      size--;
    },
    find(prefix) {
      if (!PREFIX.test(prefix))
        throw new RangeError(
          `"${prefix.slice(0, 80)}" is not a hash prefix: give ${SHORTEST_PREFIX} to ${LONGEST_PREFIX} bytes in hexadecimal.`,
        );
      const wanted = prefix.toLowerCase();
      return (byPrefix.get(shortest(wanted)) ?? []).filter((hash) => hash.startsWith(wanted));
    },
    get size() {
      return size;
    },
  };
}
