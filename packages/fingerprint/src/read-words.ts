import { SPACE } from './fold-table.ts';
import { DIGIT, KINDS, LETTER, OWN, SYMBOL } from './look-alikes.ts';
import { FIRST_UNSPACED, gapBetween } from './word-gaps.ts';
import { HASH_SEED, findWord, hashOn, type WordTable } from './word-table.ts';
import { ALL_TWINS, FEWEST_APART, MAYBE_LEET, PLAIN, VERDICTS, isLeet } from './word-signs.ts';

/** The words of a text in order: their numbers in a table (-1: not in it), and where they stand. */
export interface WordList {
  numbers: Int32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  count: number;
  /** The kinds of all units of the text together (see `KINDS`). */
  kinds: number;
  /** True when the text has signs that something in it is to be read otherwise than it is written. */
  masked: boolean;
}

/** Room for words. A caller that reads much keeps one. */
export function openWordList(): WordList {
  return { ...roomFor(256), count: 0, kinds: 0, masked: false };
}

function roomFor(words: number): Pick<WordList, 'numbers' | 'starts' | 'ends'> {
  return {
    numbers: new Int32Array(words),
    starts: new Uint32Array(words),
    ends: new Uint32Array(words),
  };
}

/** Folds of units that are folded already. */
export const AS_IT_IS: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);

/**
 * Reads the words of `units` (with a space after the last of `length`) through `folds`, replacing
 * what `list` held. False when a unit does not fold by itself: then the text must be folded first.
 */
export function readWords(
  units: Uint16Array,
  length: number,
  folds: Uint16Array,
  table: WordTable,
  list: WordList,
): boolean {
  if (list.numbers.length <= length) Object.assign(list, roomFor(2 * length));
  const { numbers, starts, ends } = list;
  let count = 0;
  let all = 0;
  let masked = false;
  let twins = false;
  let singles = 0;
  let at = 0;
  while (at < length) {
    const start = at;
    let hash = HASH_SEED;
    let kinds = 0;
    let unit = folds[units[at]!]!;
    while (unit > SPACE && unit < FIRST_UNSPACED) {
      hash = hashOn(hash, unit);
      kinds |= KINDS[unit]!;
      unit = folds[units[++at]!]!;
    }
    // The same again, looking for gaps: in a loop of its own, because most texts never come here.
    let before = at > start ? folds[units[at - 1]!]! : SPACE;
    while (unit > SPACE && (before === SPACE || !gapBetween(before, unit))) {
      hash = hashOn(hash, unit);
      kinds |= KINDS[unit]!;
      before = unit;
      unit = folds[units[++at]!]!;
    }
    if (unit < SPACE) return false;
    if (at > start) {
      numbers[count] = findWord(table, hash, units, folds, start, at);
      starts[count] = start;
      ends[count++] = at;
      const verdict = VERDICTS[kinds]!;
      if (verdict !== PLAIN) {
        if (verdict === ALL_TWINS) twins = true;
        else if (verdict !== MAYBE_LEET || isLeet(units, folds, start, at)) masked = true;
      }
      all |= kinds;
      singles = at - start === 1 && kinds !== DIGIT && before < FIRST_UNSPACED ? singles + 1 : 0;
      if (singles === FEWEST_APART) masked = true;
    }
    if (unit === SPACE) {
      const joins = KINDS[units[at]!] === SYMBOL && at > start;
      at++;
      if (joins && (KINDS[folds[units[at]!]!]! & LETTER) !== 0) masked = true;
    }
  }
  list.count = count;
  list.kinds = all;
  list.masked = masked || (twins && (all & OWN) === 0);
  return true;
}
