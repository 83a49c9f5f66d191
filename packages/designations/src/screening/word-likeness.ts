import { sameGivenName } from './given-names.ts';
import type { NameWord } from './name-form.ts';
import { encodeLetters, oneLetterApart } from './one-letter.ts';
import { longestWord, soundLikeness } from './sound-distance.ts';

/** How two parts of names were taken for the same. */
export type PartRelation =
  | 'same'
  | 'sounds_alike'
  | 'same_meaning'
  | 'same_given_name'
  | 'initial'
  | 'joined'
  | 'acronym';

/** How alike two words are, 0 to 1, and in what way. */
export interface WordLikeness {
  readonly how: PartRelation;
  readonly likeness: number;
}

const same: WordLikeness = { how: 'same', likeness: 1 };
const unlike: WordLikeness = { how: 'sounds_alike', likeness: 0 };
const oneForm: WordLikeness = { how: 'same_meaning', likeness: 1 };
const oneMeaning: WordLikeness = { how: 'same_meaning', likeness: 0.92 };
const oneGivenName: WordLikeness = { how: 'same_given_name', likeness: 0.86 };
const initial: WordLikeness = { how: 'initial', likeness: 0.75 };
const leastLikeness = 0.62;
/** Words read as one are like another from here on. */
export const leastJoinedLikeness = 0.8;

/** @param persons whether they are words of a person's name, where meanings say nothing */
export function likenessOf(one: NameWord, other: NameWord, persons: boolean): WordLikeness {
  if (one.text === other.text) return same;
  if (one.form !== null || other.form !== null) return one.form === other.form ? oneForm : unlike;
  if (one.initial !== other.initial)
    return one.text[0] === other.text[0] && !one.faint && !other.faint ? initial : unlike;
  if (one.number || other.number || one.faint !== other.faint) return unlike;
  const likeness = soundOf(one, other);
  if (!persons && one.meaning !== null && one.meaning === other.meaning && likeness < 0.92)
    return oneMeaning;
  if (persons && likeness < 0.86 && sameGivenName(one.text, other.text)) return oneGivenName;
  return likeness < leastLikeness ? unlike : { how: 'sounds_alike', likeness };
}

/** Two neighbouring words read as one beside one word. */
export function joinedLikeness(one: NameWord, other: NameWord): WordLikeness {
  const open = one.abjad !== other.abjad;
  const likeness = soundLikeness(one.phones, other.phones, open, leastJoinedLikeness);
  return likeness < leastJoinedLikeness ? unlike : { how: 'joined', likeness: likeness * 0.99 };
}

/**
 * From where on words are like one another by their sound: a letter more or less in a short word makes
 * another word of it. @param letters of the shorter word @param open whether one script leaves out vowels
 */
export function leastSoundLikeness(letters: number, open: boolean): number {
  return open || letters > 4 ? leastLikeness : letters > 3 ? 0.7 : 0.85;
}

function soundOf(one: NameWord, other: NameWord): number {
  const open = one.abjad !== other.abjad;
  const least = leastSoundLikeness(Math.min(one.text.length, other.text.length), open);
  let likeness = soundLikeness(one.phones, other.phones, open, least);
  if (one.otherPhones !== null)
    likeness = Math.max(likeness, soundLikeness(one.otherPhones, other.phones, open, least));
  if (other.otherPhones !== null)
    likeness = Math.max(likeness, soundLikeness(one.phones, other.otherPhones, open, least));
  const slip = oneLetterLikeness(Math.max(one.text.length, other.text.length));
  if (likeness >= least && likeness > slip) return likeness * 0.98;
  return !open && differByOneLetter(one.text, other.text) ? slip : likeness < least ? 0 : likeness;
}

/**
 * Likeness of words of four letters or more with one letter more, less, other or changed about: the
 * longer they are, the less it says against them. @param letters of the longer word
 */
function oneLetterLikeness(letters: number): number {
  return Math.min(mostOneLetterLikeness, Math.max(0.74, 0.56 + 0.04 * letters));
}
export const mostOneLetterLikeness = 0.86;

const lettersOfOne = new Uint16Array(longestWord);
const lettersOfOther = new Uint16Array(longestWord);

function differByOneLetter(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one.length > longestWord) return false;
  const lengthOne = encodeLetters(one, lettersOfOne, 0);
  const lengthOther = encodeLetters(other, lettersOfOther, 0);
  return oneLetterApart(lettersOfOne, 0, lengthOne, lettersOfOther, 0, lengthOther);
}
