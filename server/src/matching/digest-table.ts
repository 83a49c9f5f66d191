import { randomFillSync } from 'node:crypto';
import { idFromBytes } from '../platform/ids.ts';

/** Where one digest is known from: an entry's id, and the number of the facts it shares with others. */
export interface Known {
  readonly id: string;
  readonly facts: number;
}

/** Entries by a digest of one length. Digests and ids are hexadecimal. */
export interface DigestTable {
  /** Takes an entry in, or its facts anew. */
  put(digest: string, id: string, facts: number): void;
  remove(digest: string, id: string): void;
  find(digest: string): Known[];
  /** Digests, each counted once. */
  readonly size: number;
}

const idLength = 16;
const perSlab = 4096; // records made room for at a time: nothing is copied when a bank grows
const nowhere = 0xffff_ffff; // ends a chain of records

interface Slab {
  readonly bytes: Buffer; // digest and id of each record
  readonly facts: Uint32Array;
  readonly next: Uint32Array; // the next record of the same digest, or the next spare one
}

/**
 * An empty table for digests of `length` bytes. Records lie side by side outside the JavaScript heap and
 * are found through slots of four bytes, by open addressing: a million take no time of the garbage
 * collector, and some 12 bytes each beside their own.
 */
export function createDigestTable(length: number): DigestTable {
  const recordLength = length + idLength;
  const randoms = randomFillSync(new Uint32Array(length * 256));
  const asked = Buffer.alloc(recordLength);
  const slabs: Slab[] = [];
  let slots = new Uint32Array(64).fill(nowhere);
  let spare = nowhere;
  let made = 0;
  let size = 0;

  const slabOf = (record: number): Slab => slabs[Math.floor(record / perSlab)]!;
  const startOf = (record: number): number => (record % perSlab) * recordLength;

  /** Writes what is asked for where it can be compared. */
  function ask(digest: string, id: string): void {
    const written = asked.write(digest, 0, length, 'hex');
    const more = asked.write(id.replaceAll('-', ''), length, idLength, 'hex');
    if (written + more < recordLength) throw new Error(`Not a digest and an id: ${digest} ${id}`);
  }

  function isAsked(record: number, from: number, to: number): boolean {
    const { bytes } = slabOf(record);
    const start = startOf(record);
    return asked.compare(bytes, start + from, start + to, from, to) === 0;
  }

  /** The slot of the digest asked for, or the empty one where it would be. */
  function findSlot(): number {
    let at = slotOf(asked, 0);
    while (slots[at] !== nowhere && !isAsked(slots[at]!, 0, length)) at = (at + 1) % slots.length;
    return at;
  }

  /**
   * The slot where a digest is looked for first, by tabulation (Patrascu and Thorup, The power of simple
   * tabulation hashing, 2012): whoever chooses digests cannot crowd the slots.
   */
  function slotOf(bytes: Buffer, start: number): number {
    let hash = 0;
    for (let at = 0; at < length; at += 1) hash ^= randoms[at * 256 + bytes[start + at]!]!;
    return (hash >>> 0) % slots.length;
  }

  function homeOf(record: number): number {
    return slotOf(slabOf(record).bytes, startOf(record));
  }

  function grow(): void {
    const before = slots;
    slots = new Uint32Array(before.length * 2).fill(nowhere);
    for (const record of before) {
      if (record === nowhere) continue;
      let at = homeOf(record);
      while (slots[at] !== nowhere) at = (at + 1) % slots.length;
      slots[at] = record;
    }
  }

  /** A record to write into. */
  function takeRecord(): number {
    if (spare !== nowhere) {
      const record = spare;
      spare = slabOf(record).next[record % perSlab]!;
      return record;
    }
    if (made % perSlab === 0)
      slabs.push({
        bytes: Buffer.alloc(perSlab * recordLength),
        facts: new Uint32Array(perSlab),
        next: new Uint32Array(perSlab),
      });
    made += 1;
    return made - 1;
  }

  /** Empties a slot, and moves up those that had been pushed past it. */
  function clear(slot: number): void {
    let hole = slot;
    for (let at = (hole + 1) % slots.length; slots[at] !== nowhere; at = (at + 1) % slots.length) {
      const pushed = (at - homeOf(slots[at]!) + slots.length) % slots.length;
      if (pushed < (at - hole + slots.length) % slots.length) continue;
      slots[hole] = slots[at]!;
      hole = at;
    }
    slots[hole] = nowhere;
  }

  /** The record of a chain that has the id asked for, and the one before it. */
  function findRecord(first: number): { readonly record: number; readonly before: number } {
    let before = nowhere;
    let record = first;
    while (record !== nowhere && !isAsked(record, length, recordLength)) {
      before = record;
      record = slabOf(record).next[record % perSlab]!;
    }
    return { record, before };
  }

  return {
    put(digest, id, facts) {
      ask(digest, id);
      const slot = findSlot();
      const first = slots[slot]!;
      const { record } = findRecord(first);
      if (record !== nowhere) {
        slabOf(record).facts[record % perSlab] = facts;
        return;
      }
      const own = takeRecord();
      const slab = slabOf(own);
      asked.copy(slab.bytes, startOf(own));
      slab.facts[own % perSlab] = facts;
      slab.next[own % perSlab] = first;
      slots[slot] = own;
      if (first !== nowhere) return;
      size += 1;
      if (size * 4 > slots.length * 3) grow();
    },
    remove(digest, id) {
      ask(digest, id);
      const slot = findSlot();
      const { record, before } = findRecord(slots[slot]!);
      if (record === nowhere) return;
      const slab = slabOf(record);
      const after = slab.next[record % perSlab]!;
      if (before !== nowhere) slabOf(before).next[before % perSlab] = after;
      else if (after !== nowhere) slots[slot] = after;
      else {
        clear(slot);
        size -= 1;
      }
      slab.next[record % perSlab] = spare;
      spare = record;
    },
    find(digest) {
      const found: Known[] = [];
      if (asked.write(digest, 0, length, 'hex') < length) return found;
      let record = slots[findSlot()]!;
      while (record !== nowhere) {
        const { bytes, facts, next } = slabOf(record);
        const start = startOf(record) + length;
        const id = idFromBytes(bytes.subarray(start, start + idLength));
        found.push({ id, facts: facts[record % perSlab]! });
        record = next[record % perSlab]!;
      }
      return found;
    },
    get size() {
      return size;
    },
  };
}
