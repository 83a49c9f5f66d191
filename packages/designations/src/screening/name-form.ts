import { COMMON_NAMES } from './common-names.ts';
import { givenNameKeys } from './given-names.ts';
import { legalFormAt } from './legal-forms.ts';
import { withDigits } from './number-words.ts';
import { FAINT_WORDS, meaningOf } from './organisation-words.ts';
import { otherPhonesOf, phonesOf, shortFormOf, skeletonOf } from './phones.ts';
import { romanWords } from './romanise.ts';

/** A word of a name as screening compares it. */
export interface NameWord {
  /** In small Latin letters. */
  readonly text: string;
  readonly phones: string;
  /** Its sounds in another reading, where spellings differ by language. */
  readonly otherPhones: string | null;
  readonly abjad: boolean;
  /** Articles, "son of", titles: they hardly tell names apart. */
  readonly faint: boolean;
  /** What it means where it is a word of organisations' names in any language. */
  readonly meaning: string | null;
  /** One letter, as of a given name. */
  readonly initial: boolean;
  readonly number: boolean;
  /** A name that millions have. */
  readonly common: boolean;
  /** A legal form of companies. */
  readonly form: string | null;
}

/** Two or three neighbouring words read as one. */
export interface JoinedWords {
  readonly at: readonly number[];
  readonly word: NameWord;
}

/** A name made ready to be compared. */
export interface NameForm {
  readonly text: string;
  readonly words: readonly NameWord[];
  readonly joins: readonly JoinedWords[];
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
  const once = oncePerName(words);
  return { text, words: once, joins: joinsOf(once) };
}

const PARENTHESES = /[([{]([^()[\]{}]*)[)\]}]/gu;
const BETWEEN_NAMES =
  /\s*\/\s*|\s[-–—]\s|\s*;\s*|,?\s+(?:also known as|also called|a\.?k\.?a\.?|f\.?k\.?a\.?|alias|formerly)[:\s]+/iu;
const ACRONYM_BESIDE = /^(.*\p{Ll}.*\S)\s+\p{Lu}{2,6}$|^\p{Lu}{2,6}\s+(\S.*\p{Ll}.*)$/u;
const mostVariants = 6;

/**
 * The names that are written as one: "Grey Heron Front (GHF)" is also what stands before the parenthesis
 * and what stands in it. The whole comes first.
 */
export function formsIn(text: string): NameForm[] {
  const inside = [...text.matchAll(PARENTHESES)].map(([, part]) => part!);
  const outside = text.replace(PARENTHESES, ' ');
  const parts = [outside, ...outside.split(BETWEEN_NAMES), ...inside];
  const bare = ACRONYM_BESIDE.exec(outside.trim());
  if (bare !== null) parts.push(bare[1] ?? bare[2] ?? '');
  const whole = formOf(text);
  const forms = new Map([[whole.words.map((word) => word.text).join(' '), whole]]);
  for (const part of parts) {
    if ((part.match(/\p{L}/gu)?.length ?? 0) < 3) continue;
    const form = formOf(part);
    if (form.words.some((word) => !word.faint))
      forms.set(form.words.map((word) => word.text).join(' '), form);
  }
  return [...forms.values()].slice(0, mostVariants);
}

/** "Sergey Sergey" is once Sergey. */
function oncePerName(words: readonly NameWord[]): NameWord[] {
  return words.filter(({ text, faint }, at) => faint || text !== words[at - 1]?.text);
}

function wordOf(text: string, abjad: boolean): NameWord {
  const meaning = meaningOf(text);
  const faint = FAINT_WORDS.has(text);
  const number = /\d/.test(text);
  const initial = text.length === 1 && !number;
  const common = COMMON_NAMES.has(text);
  const phones = phonesOf(text);
  const other = abjad ? null : otherPhonesOf(text);
  const otherPhones = other === phones ? null : other;
  return { text, phones, otherPhones, abjad, faint, meaning, initial, number, common, form: null };
}

/** "Abd al Rahman" is "Abdulrahman": two neighbours as one, or three with a faint one between them. */
function joinsOf(words: readonly NameWord[]): JoinedWords[] {
  const joins: JoinedWords[] = [];
  const add = (...at: number[]): void => {
    const parts = at.map((each) => words[each]!);
    if (parts.some(({ form }) => form !== null)) return;
    if (parts.at(-1)!.faint && !/^a?bd$/.test(parts[0]!.text)) return;
    // "al" before some letters is said as that letter: "Nur al-Din" is "Nureddin".
    const said = parts.map(({ text }, place) => {
      const next = parts[place + 1]?.text[0] ?? '';
      return text === 'al' && place > 0 && /[tdrzsnl]/.test(next) ? `a${next}` : text;
    });
    const text = said.join('');
    const abjad = parts.every((word) => word.abjad);
    const word = { ...wordOf(text, abjad), faint: false, meaning: null, initial: false };
    joins.push({ at, word });
  };
  for (let at = 0; at + 1 < words.length; at++) {
    add(at, at + 1);
    if (at + 2 < words.length && words[at + 1]!.faint) add(at, at + 1, at + 2);
  }
  return joins;
}

/** Whether names are looked for under a word: what every second name has leads nowhere. */
export function isLookedFor(word: NameWord): boolean {
  return !word.faint && word.form === null && !word.initial;
}

/**
 * Under which keys a word is kept: its spelling, its meaning, and the consonants it sounds of, whole (~),
 * without one of them (-) and with one of them open (?).
 */
export function keysOf(word: NameWord): Set<string> {
  const keys = new Set([`=${word.text}`, ...givenNameKeys(word.text)]);
  if (word.meaning !== null) keys.add(`*${word.meaning}`);
  for (const part of slipsOf(word)) keys.add(part);
  for (const part of halvesOf(word, 0)) keys.add(part);
  for (const phones of readingsOf(word)) {
    const skeleton = skeletonOf(phones);
    keys.add(`~${skeleton}`);
    if (skeleton.length < 2) keys.add(`.${shortFormOf(phones)}`);
    for (const part of without(skeleton)) keys.add(`-${part}`);
    for (const part of withOneOpen(skeleton)) keys.add(`?${part}`);
    for (const key of shapeKeys(skeleton, phones)) keys.add(key);
  }
  return keys;
}

/**
 * Words of two consonants beside words of three: a consonant more is most of what they may differ by, so
 * they have as many vowels. `<` is kept by the shorter word, `>` by the longer.
 */
function shapeKeys(skeleton: string, phones: string): string[] {
  const vowels = phones.match(/[aeiou]/g)?.length ?? 0;
  if (skeleton.length === 2) return [`<${skeleton}${vowels}`];
  if (skeleton.length === 3) return without(skeleton).map((part) => `>${part}${vowels}`);
  return [];
}

function readingsOf({ phones, otherPhones }: NameWord): string[] {
  return otherPhones === null ? [phones] : [phones, otherPhones];
}

/** Under which keys to look for words like one: those that differ from it by one consonant or by two changed about. */
export function keysToAsk(word: NameWord): Set<string> {
  const keys = new Set([`=${word.text}`, ...givenNameKeys(word.text)]);
  if (word.meaning !== null) keys.add(`*${word.meaning}`);
  for (const part of slipsOf(word)) keys.add(part);
  for (const longer of [-1, 0, 1]) for (const part of halvesOf(word, longer)) keys.add(part);
  for (const phones of readingsOf(word)) askSounds(keys, phones, word.abjad);
  return keys;
}

/** Whether a key is of sounds or letters, not of what is known to be the same word. */
export function isSoundKey(key: string): boolean {
  return key[0] !== '=' && key[0] !== '*';
}

function askSounds(keys: Set<string>, phones: string, abjad: boolean): void {
  const skeleton = skeletonOf(phones);
  if (skeleton.length < 2) {
    keys.add(`.${shortFormOf(phones)}`);
    if (abjad && skeleton.length === 1) keys.add(`~${skeleton}`);
    return;
  }
  keys.add(`~${skeleton}`);
  if (abjad || skeleton.length > 2) keys.add(`-${skeleton}`);
  if (abjad || skeleton.length > 3) for (const part of without(skeleton)) keys.add(`~${part}`);
  if (!abjad)
    for (const key of shapeKeys(skeleton, phones))
      keys.add(`${key[0] === '<' ? '>' : '<'}${key.slice(1)}`);
  for (const part of withOneOpen(skeleton)) keys.add(`?${part}`);
  if (skeleton.length > 2)
    for (let at = 0; at + 1 < skeleton.length; at++)
      keys.add(
        `~${skeleton.slice(0, at)}${skeleton[at + 1]}${skeleton[at]}${skeleton.slice(at + 2)}`,
      );
}

/** Words of few consonants are also found with any one letter left out. */
function slipsOf({ text, phones, abjad }: NameWord): string[] {
  if (abjad || text.length < 3 || text.length > 7 || skeletonOf(phones).length > 2) return [];
  const shorter = Array.from(text, (_, at) => `!${text.slice(0, at)}${text.slice(at + 1)}`);
  return [`!${text}`, ...shorter];
}

/**
 * Long words are also found by how they begin and end, where one letter is wrong, lost or too much: one
 * of both is whole then, and the other word is no more than a letter `longer`.
 */
function halvesOf({ text, abjad }: NameWord, longer: number): string[] {
  if (abjad || text.length < 8) return [];
  const length = text.length + longer;
  return [`[${text.slice(0, 4)}${length}`, `]${text.slice(-4)}${length}`];
}

function without(skeleton: string): string[] {
  if (skeleton.length < 3) return [];
  return Array.from(skeleton, (_, at) => skeleton.slice(0, at) + skeleton.slice(at + 1));
}

function withOneOpen(skeleton: string): string[] {
  if (skeleton.length < 3) return [];
  return Array.from(skeleton, (_, at) => `${skeleton.slice(0, at)}_${skeleton.slice(at + 1)}`);
}

/** The first letters of the words that are not faint ("PKK"), as a word; null of fewer than three. */
export function acronymOf({ words }: NameForm): NameWord | null {
  const telling = words.filter((word) => !word.faint && word.form === null);
  const text = telling.map((word) => word.text[0]).join('');
  return telling.length < 3 ? null : wordOf(text, false);
}
