import type { NameWord } from './name-form.ts';
import { encodeLetters, oneLetterApart } from './one-letter.ts';
import { encodeSounds, likenessOfSounds, longestWord } from './sound-distance.ts';
import { leastSoundLikeness, mostOneLetterLikeness } from './word-likeness.ts';

/** The spellings and sounds of many words side by side in memory, to hold one word against thousands of them. */
export interface SoundTable {
  /** @returns the place of the word, by which it is found again */
  add(word: NameWord, id: number): number;
  /** Whether the word at a place may be like `word`: only those that `likenessOf` would call unlike by
   * their sound are not, or those less like it than `least`. */
  near(word: NameWord, least: number): (place: number) => boolean;
  /** Under which id the word at a place was added. */
  idAt(place: number): number;
}

/**
 * A word is written as its id in two halves, whether it is of a script that leaves out vowels, how many
 * letters it has and those, then so the sounds of each reading.
 */
const lettersAt = 3;
const mostPlaces = lettersAt + 3 * (1 + longestWord);

export function createSoundTable(): SoundTable {
  let written = new Uint16Array(2 ** 14);
  let end = 0;
  return {
    add(word, id) {
      if (end + mostPlaces > written.length) {
        const larger = new Uint16Array(written.length * 2);
        larger.set(written);
        written = larger;
      }
      const place = end;
      end = write(word, id, written, place);
      return place;
    },
    idAt: (place) => written[place]! * 0x10000 + written[place + 1]!,
    near(word, atLeast) {
      const asked = new Uint16Array(mostPlaces);
      write(word, 0, asked, 0);
      const letters = asked[lettersAt]!;
      const first = lettersAt + 1 + letters;
      const second = first + 1 + asked[first]!;
      /** Whether a reading sounds like one of the word at a place enough, one of `least`. */
      const alike = (at: number, otherAt: number, open: boolean, least: number): boolean => {
        const length = asked[at]!;
        const otherLength = written[otherAt]!;
        if (length === 0 || otherLength === 0) return false;
        const [start, otherStart] = [at + 1, otherAt + 1];
        return (
          likenessOfSounds(asked, start, length, written, otherStart, otherLength, open, least) >=
          least
        );
      };
      return (place) => {
        const open = asked[2] !== written[place + 2];
        const otherLetters = written[place + lettersAt]!;
        const otherStart = place + lettersAt + 1;
        if (
          !open &&
          atLeast <= mostOneLetterLikeness &&
          oneLetterApart(asked, lettersAt + 1, letters, written, otherStart, otherLetters)
        )
          return true;
        const least = Math.max(atLeast, leastSoundLikeness(Math.min(letters, otherLetters), open));
        const otherFirst = otherStart + otherLetters;
        const otherSecond = otherFirst + 1 + written[otherFirst]!;
        return (
          alike(first, otherFirst, open, least) ||
          alike(second, otherFirst, open, least) ||
          alike(first, otherSecond, open, least)
        );
      };
    },
  };
}

/** @returns where the next word may be written */
function write(
  { text, phones, otherPhones, abjad }: NameWord,
  id: number,
  into: Uint16Array,
  at: number,
): number {
  into[at] = id >>> 16;
  into[at + 1] = id & 0xffff;
  into[at + 2] = Number(abjad);
  const letters = at + lettersAt;
  into[letters] = encodeLetters(text, into, letters + 1);
  const first = letters + 1 + into[letters];
  into[first] = encodeSounds(phones, into, first + 1);
  const second = first + 1 + into[first];
  into[second] = encodeSounds(otherPhones ?? '', into, second + 1);
  return second + 1 + into[second];
}
