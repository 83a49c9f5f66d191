import { DIGIT, KINDS, LATIN, LEET_UNITS, LETTER, MARK, ODD, OWN, TWIN } from './look-alikes.ts';

/** A word like most. */
export const PLAIN = 0;
/** Letters that do not belong together, or letters nobody writes with. */
export const MASKED = 1;
/** Digits among letters: it depends on where they are (see `isLeet`). */
export const MAYBE_LEET = 2;
/** Letters of another script that all pass for Latin ones: it depends on the rest of the text. */
export const ALL_TWINS = 3;

/** True when letters of two scripts stand in one word, or letters nobody writes with. */
export function isMixed(kinds: number): boolean {
  const latin = (kinds & (LATIN | ODD)) !== 0;
  const other = (kinds & (TWIN | OWN)) !== 0;
  return (kinds & ODD) !== 0 || (latin && other);
}

function verdictOn(kinds: number): number {
  const latin = (kinds & LATIN) !== 0;
  const other = (kinds & (TWIN | OWN)) !== 0;
  if (isMixed(kinds)) return MASKED;
  if ((kinds & MARK) !== 0 && (latin || other)) return MASKED;
  if ((kinds & DIGIT) !== 0 && (latin || other)) return MAYBE_LEET;
  return kinds === TWIN ? ALL_TWINS : PLAIN;
}

/** What a word is, by the kinds of all its units together. */
export const VERDICTS: Uint8Array = Uint8Array.from({ length: 128 }, (_, kinds) =>
  verdictOn(kinds),
);

/** So many words of one letter in a row may be one word, its letters set apart. */
export const FEWEST_APART = 4;

/**
 * True when the digits of a word stand for letters ("t3rr0r"): one at least has letters on both
 * sides, each has a letter to stand for, and they are not more than the letters. What only begins
 * or ends with its digits ("covid19", "4x", "mp3") is left as it is, and so is a number between
 * two letters ("i18n"). `units` are folded by `folds`.
 */
export function isLeet(
  units: Uint16Array,
  folds: Uint16Array,
  start: number,
  end: number,
): boolean {
  let letters = 0;
  let digits = 0;
  let inside = 0;
  let sinceLetter = 0;
  for (let at = start; at < end; at++) {
    const unit = folds[units[at]!]!;
    const kind = KINDS[unit]!;
    if (kind === DIGIT) {
      if (LEET_UNITS[unit] === 0) return false;
      digits++;
      if (letters > 0) sinceLetter++;
    } else if ((kind & LETTER) !== 0) {
      letters++;
      inside += sinceLetter;
      sinceLetter = 0;
    }
  }
  const numeronym = letters === 2 && digits > 1 && inside === end - start - 2;
  return inside > 0 && letters >= digits && !numeronym;
}
