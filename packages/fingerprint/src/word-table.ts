/**
 * Words numbered, and found again by their units: open addressing over 32-bit hashes (FNV-1a over
 * UTF-16 units), at most half full. The units are compared too, so that no two words are taken for
 * each other.
 */
export interface WordTable {
  readonly count: number;
  /** Two numbers a slot: hash and word number, or -1 when the slot is free. */
  readonly slots: Int32Array;
  /** The units of all words, and where each begins; one more entry at the end. */
  readonly units: Uint16Array;
  readonly begins: Int32Array;
}

/** Where the hash of a word begins. */
export const HASH_SEED = 0x811c9dc5 | 0;

/** The hash of a word with one unit more. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function slotOf(hash: number, slots: Int32Array): number {
  // The low bits of FNV-1a depend on few units: the high ones are folded in.
  return ((hash ^ (hash >>> 15)) << 1) & (slots.length - 1);
}

/** Numbers the words in the order given; no two may be alike. */
export function buildWordTable(words: readonly string[]): WordTable {
  let capacity = 4;
  while (capacity < 4 * words.length) capacity *= 2;
  const slots = new Int32Array(capacity).fill(-1);
  const begins = new Int32Array(words.length + 1);
  const units = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0));
  let length = 0;
  for (const [number, word] of words.entries()) {
    let hash = HASH_SEED;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      units[length++] = unit;
      hash = hashOn(hash, unit);
    }
    begins[number + 1] = length;
    let slot = slotOf(hash, slots);
    while (slots[slot + 1]! >= 0) slot = (slot + 2) & (capacity - 1);
    slots[slot] = hash;
    slots[slot + 1] = number;
  }
  return { count: words.length, slots, units, begins };
}

/**
 * The number of the word that stands in `units` from `start` to `end`, each unit folded by `folds`,
 * or -1 when it is not in the table.
 */
export function findWord(
  table: WordTable,
  hash: number,
  units: Uint16Array,
  folds: Uint16Array,
  start: number,
  end: number,
): number {
  const { slots } = table;
  for (let slot = slotOf(hash, slots); ; slot = (slot + 2) & (slots.length - 1)) {
    const number = slots[slot + 1]!;
    if (number < 0) return -1;
    if (slots[slot] === hash && isWord(table, number, units, folds, start, end)) return number;
  }
}

function isWord(
  table: WordTable,
  number: number,
  units: Uint16Array,
  folds: Uint16Array,
  start: number,
  end: number,
): boolean {
  const begin = table.begins[number]!;
  if (table.begins[number + 1]! - begin !== end - start) return false;
  for (let at = start; at < end; at++)
    if (folds[units[at]!] !== table.units[begin + at - start]) return false;
  return true;
}
