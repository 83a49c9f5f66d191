import { canonicalText } from '@commonweal/fingerprint';
import { BORROWED_WORDS, COMMON_GIVEN_NAMES, ORDINARY_WORDS, PARTICLES } from './ordinary-words.ts';
import type { EntityKind, ListedName } from './register.ts';

/** Why a listed name does not raise a signal by itself. */
export type SuppressedReason =
  | 'officially_weak'
  | 'ordinary_words'
  | 'short_acronym'
  | 'single_given_name'
  | 'common_personal_name'
  | 'too_short';

/** What is said of each reason to the person who reads the register. */
export const REASON_TEXT: Readonly<Record<SuppressedReason, string>> = {
  officially_weak: 'The publisher itself marks this name as weak.',
  ordinary_words: 'This name is made of everyday words.',
  short_acronym:
    'These few letters stand for much else; they count in capitals beside another name of the same organisation.',
  single_given_name: 'One personal name alone is shared by very many people.',
  common_personal_name: 'These given names together are shared by very many people.',
  too_short: 'This name is too short to tell it from other words.',
};

export type NameVerdict =
  | { readonly alone: true; readonly reason: null }
  | { readonly alone: false; readonly reason: SuppressedReason };

const ALONE: NameVerdict = { alone: true, reason: null };

/** Scripts that write names in few letters, because vowels or whole syllables take none. */
const DENSE_SCRIPTS = new Set(['Hani', 'Hang', 'Jpan']);
const FEWEST_LETTERS = { dense: 3, consonantal: 5, other: 8 } as const;
const SINGLE_WORD_LETTERS = 5;
const LONGEST_ACRONYM = 4;
const APOSTROPHE = /(?<=\p{L})['‘’`´\u02bb-\u02bf](?=\p{L})/gu;

function fewestLetters(script: string): number {
  if (DENSE_SCRIPTS.has(script)) return FEWEST_LETTERS.dense;
  return script === 'Arab' || script === 'Hebr' ? FEWEST_LETTERS.consonantal : FEWEST_LETTERS.other;
}

/** A short run of capitals ("GHF", "GHF-K", "JuA"), as published. */
export function isShortAcronym(text: string): boolean {
  const longest = Math.max(...text.split(/[-/\s]/u).map((part) => part.length));
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals >= 2 && longest <= LONGEST_ACRONYM && /^[\p{L}\p{N}./-]+$/u.test(text);
}

interface Weighed {
  readonly name: ListedName;
  readonly kind: EntityKind;
  /** Canonical words without articles, titles and the like. */
  readonly words: readonly string[];
  readonly letters: number;
}

/** Longer runs of everyday words ("Special Purpose Regiment of …") are telling. */
const MOST_ORDINARY_WORDS = 2;

function isOrdinary(words: readonly string[]): boolean {
  const [only] = words;
  if (only === undefined || words.length > MOST_ORDINARY_WORDS) return false;
  if (words.every((word) => ORDINARY_WORDS.has(word))) return true;
  return words.length === 1 && BORROWED_WORDS.has(only);
}

/** In order; the first that applies is the stated reason. */
const RULES: readonly (readonly [SuppressedReason, (name: Weighed) => boolean])[] = [
  ['officially_weak', ({ name }) => name.strength === 'weak'],
  ['ordinary_words', ({ words }) => isOrdinary(words)],
  ['short_acronym', ({ name, kind }) => kind === 'organisation' && isShortAcronym(name.text)],
  [
    'single_given_name',
    ({ name, kind, words }) =>
      kind === 'person' && words.length < 2 && !DENSE_SCRIPTS.has(name.script),
  ],
  [
    'common_personal_name',
    ({ kind, words }) =>
      kind === 'person' &&
      words.length === 2 &&
      words.every((word) => COMMON_GIVEN_NAMES.has(word)),
  ],
  [
    'too_short',
    ({ name, words, letters }) =>
      words.length < 2 && !DENSE_SCRIPTS.has(name.script)
        ? letters < SINGLE_WORD_LETTERS
        : letters < fewestLetters(name.script),
  ],
];

/**
 * Whether a listed name may raise a signal by itself, and if not, why. The rules follow what was
 * measured on ordinary prose: unfiltered, listed aliases flag a third of innocent posts.
 * A suppressed name stays on the register and still supports another name found beside it.
 */
export function judgeName(name: ListedName, kind: EntityKind): NameVerdict {
  // An apostrophe parts words in matching, but "Qa'ida" is one word of five letters.
  const all = canonicalText(name.text.replace(APOSTROPHE, '')).text.split(' ');
  const words = all.filter((word) => !PARTICLES.has(word) && word.length > 1);
  const letters = words.join('').length;
  const weighed = { name, kind, words, letters };
  const rule = RULES.find(([, applies]) => applies(weighed));
  return rule === undefined ? ALONE : { alone: false, reason: rule[0] };
}
