import { CONFUSABLE, DECORATED, LEET, SEPARATED } from './evasion.ts';
import { findLettersApart, type FoldedText } from './letters-apart.ts';
import {
  CAPITAL_SKELETONS,
  KINDS,
  LEET_UNITS,
  LETTER,
  MARK,
  OWN,
  SKELETONS,
  SYMBOL,
} from './look-alikes.ts';
import { originalEnd } from './original-span.ts';
import { AS_IT_IS } from './read-words.ts';
import { ALL_TWINS, MASKED, VERDICTS, isLeet, isMixed } from './word-signs.ts';

/** The words of a text as they are compared when what hides them is undone. */
export interface UnmaskedWords {
  /** Skeletons, one after the other. */
  readonly units: Uint16Array;
  /** For each unit the offset in the original of the character it came from. */
  readonly offsets: Uint32Array;
  /** Where each word begins in `units`; one more entry at the end. */
  readonly begins: Uint32Array;
  /** Each word's place in the canonical text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** What was undone in each word: bits of `Evasion`; 0 when nothing. */
  readonly undone: Uint8Array;
  readonly count: number;
  /** What was undone in all of them. */
  readonly all: number;
}

const AT = 0x40;
/** In "lane@example.test" and "@lane@example.test" the sign is no letter. */
const ADDRESS = /^@[\p{L}\p{N}_-]+\.\p{L}/u;
const LONGEST_HOST = 64;

/** Puts letters for the digits of a skeleton where they stand for letters; true when they did. */
export function undoLeet(units: Uint16Array, from: number, until: number): boolean {
  if (!isLeet(units, AS_IT_IS, from, until)) return false;
  for (let at = from; at < until; at++) {
    const unit = units[at]!;
    if (unit < 0x3a && LEET_UNITS[unit] !== 0) units[at] = LEET_UNITS[unit]!;
  }
  return true;
}

/**
 * Reads the words of a text again with what hides them undone: look-alike letters, needless marks,
 * digits and signs for letters, letters set apart. Linear in the length of the text.
 */
export function unmaskWords(source: FoldedText, trimmed: boolean): UnmaskedWords {
  const { text, buffer, list } = source;
  const apart = findLettersApart(source, trimmed);
  const units = new Uint16Array(buffer.length + 1);
  const offsets = new Uint32Array(buffer.length + 1);
  const begins = new Uint32Array(list.count + 1);
  const starts = new Uint32Array(list.count);
  const ends = new Uint32Array(list.count);
  const undone = new Uint8Array(list.count);
  const twinsAreLatin = (list.kinds & OWN) === 0;
  let length = 0;
  let count = 0;
  let all = 0;
  let nextApart = 0;

  /** Adds the letters of one word of the list; returns the kinds of them all. */
  function addLetters(word: number): number {
    const start = list.starts[word]!;
    const end = list.ends[word]!;
    let kinds = 0;
    for (let at = start; at < end; at++) {
      const unit = buffer.units[at]!;
      const offset = buffer.offsets[at]!;
      kinds |= KINDS[unit]!;
      // What was folded was written as a capital, where that looks like another letter.
      const asCapital = text.charCodeAt(offset) !== unit;
      const skeleton = asCapital ? CAPITAL_SKELETONS[unit]! : SKELETONS[unit]!;
      if (skeleton === 0) continue;
      units[length] = skeleton;
      offsets[length++] = offset;
    }
    return kinds;
  }

  /** The sign that joins a word to the next ("k!ll"), or 0. */
  function joinAfter(word: number): number {
    if (word + 1 >= list.count) return 0;
    const end = list.ends[word]!;
    const from = originalEnd(buffer, end);
    const next = list.starts[word + 1]!;
    if (buffer.offsets[next] !== from + 1) return 0;
    const sign = text.charCodeAt(from);
    if (sign === AT && ADDRESS.test(text.slice(from, from + LONGEST_HOST))) return 0;
    const joins =
      KINDS[sign] === SYMBOL &&
      (KINDS[buffer.units[end - 1]!]! & LETTER) !== 0 &&
      (KINDS[buffer.units[next]!]! & LETTER) !== 0;
    return joins ? LEET_UNITS[sign]! : 0;
  }

  for (let word = 0; word < list.count; word++) {
    begins[count] = length;
    starts[count] = list.starts[word]!;
    let bits = 0;
    let kinds = addLetters(word);
    const together = apart[nextApart];
    if (together?.from === word) {
      for (nextApart++; word + 1 < together.until; word++) kinds |= addLetters(word + 1);
      bits |= SEPARATED;
    } else {
      for (let sign = joinAfter(word); sign !== 0; sign = joinAfter(word)) {
        units[length] = sign;
        offsets[length++] = originalEnd(buffer, list.ends[word]!);
        kinds |= addLetters(++word);
        bits |= LEET;
      }
    }
    if (undoLeet(units, begins[count]!, length)) bits |= LEET;
    const verdict = VERDICTS[kinds];
    if (verdict === MASKED && (kinds & MARK) !== 0) bits |= DECORATED;
    if (isMixed(kinds) || (verdict === ALL_TWINS && twinsAreLatin)) bits |= CONFUSABLE;
    all |= bits;
    ends[count] = list.ends[word]!;
    undone[count++] = bits;
  }
  begins[count] = length;
  return { units, offsets, begins, starts, ends, undone, count, all };
}
