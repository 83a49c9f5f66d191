import type { EntityKind } from '../register.ts';
import { legalFormAt } from './legal-forms.ts';
import { withDigits } from './number-words.ts';
import { FAINT_WORDS, MEANINGS } from './organisation-words.ts';
import { phonesOf, shortFormOf, skeletonOf } from './phones.ts';
import { romanWords } from './romanise.ts';

/** A word of a name as screening compares it. */
export interface NameWord {
  /** In small Latin letters. */
  readonly text: string;
  readonly phones: string;
  readonly abjad: boolean;
  /** Articles, "son of", titles: they hardly tell names apart. */
  readonly faint: boolean;
  /** What it means where it is a word of organisations' names in any language. */
  readonly meaning: string | null;
  /** One letter, as of a given name. */
  readonly initial: boolean;
  /** A legal form of companies. */
  readonly form: string | null;
}

/** A name made ready to be compared. */
export interface NameForm {
  readonly text: string;
  readonly words: readonly NameWord[];
}

const CAMEL = /(?<=\p{Ll})(?=\p{Lu})/gu;
const HANDLE = /^@|[_.]|\p{Ll}\p{Lu}|\p{L}\p{N}|^\S+$/u;
const mostWords = 16;

/**
 * Makes a name ready to be compared: in Latin letters, in words. Handles are parted where case changes or
 * a digit or sign stands, and their digits dropped.
 *
 *     formOf('@Jaysh_al-Masar99').words.map(({ text }) => text)   // ['jaysh', 'al', 'masar']
 */
export function formOf(text: string): NameForm {
  const handle = HANDLE.test(text) && !/\s/.test(text.trim());
  const read = handle ? text.replace(CAMEL, ' ').replace(/[@_.\-\p{N}]+/gu, ' ') : text;
  const roman = romanWords(read.trim() === '' ? text : read).slice(0, mostWords);
  const words: NameWord[] = [];
  const spelled = withDigits(roman.map((word) => word.text));
  for (let at = 0; at < spelled.length; at++) {
    const legal = legalFormAt(spelled, at);
    if (legal === null) words.push(wordOf(spelled[at]!, roman[at]?.abjad ?? false));
    else {
      words.push({
        ...wordOf(spelled.slice(at, at + legal.length).join(''), false),
        form: legal.form,
      });
      at += legal.length - 1;
    }
  }
  return { text, words: oncePerName(words) };
}

/** "Sergey Sergey" is once Sergey. */
function oncePerName(words: readonly NameWord[]): NameWord[] {
  const seen = new Set<string>();
  return words.filter(
    ({ text, faint }) => faint || (!seen.has(text) && seen.add(text) !== undefined),
  );
}

function wordOf(text: string, abjad: boolean): NameWord {
  const meaning = MEANINGS.get(text) ?? null;
  const faint = FAINT_WORDS.has(text);
  const initial = text.length === 1 && !/\d/.test(text);
  return { text, phones: phonesOf(text), abjad, faint, meaning, initial, form: null };
}

/** Two or more words of a name read as one: "Abd al Rahman" is "Abdulrahman". */
export function joined(words: readonly NameWord[]): NameWord {
  const text = words.map((word) => word.text).join('');
  const abjad = words.every((word) => word.abjad);
  return {
    text,
    phones: phonesOf(text),
    abjad,
    faint: false,
    meaning: null,
    initial: false,
    form: null,
  };
}

/** Under which keys a word is found, with how much each says: the same, the same sounds, nearly. */
export function keysOf(word: NameWord): Map<string, number> {
  const keys = new Map([[`=${word.text}`, 1]]);
  if (word.meaning !== null) keys.set(`*${word.meaning}`, 0.9);
  const skeleton = skeletonOf(word.phones);
  if (skeleton.length < 2) {
    keys.set(`~${shortFormOf(word.phones)}`, 0.8);
    if (skeleton.length === 1 && word.abjad) keys.set(`.${skeleton}`, 0.3);
    return keys;
  }
  keys.set(`~${skeleton}`, 0.85);
  if (skeleton.length > 2)
    for (let at = 0; at < skeleton.length; at++)
      keys.set(`~${skeleton.slice(0, at)}${skeleton.slice(at + 1)}`, 0.5);
  return keys;
}

/** Initials of the words that are not faint, for acronyms ("PKK"); null of fewer than two. */
export function initialsOf(form: NameForm, kind: EntityKind): string | null {
  if (kind !== 'organisation') return null;
  const initials = form.words.filter((word) => !word.faint).map((word) => word.text[0]);
  return initials.length < 2 ? null : initials.join('');
}
