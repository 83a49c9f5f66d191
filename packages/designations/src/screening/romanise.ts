import anyAscii from 'any-ascii';
import { ARABIC, ARTICLE, HEBREW, PREFIXED_ARTICLE } from './abjad-letters.ts';
import { CYRILLIC, GREEK, GREEK_PAIRS, MARKED_LATIN, romaniseHangul } from './european-letters.ts';
import { SYLLABARIES, THAANA, type Syllabary } from './indic-letters.ts';

/** One word of a name in small Latin letters. */
export interface RomanWord {
  readonly text: string;
  /** True where the script leaves out short vowels, so that vowels of the other side prove nothing. */
  readonly abjad: boolean;
}

/** Marks of vowels and of stretching, which most writers leave out. */
const ARABIC_MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]/gu;
const HEBREW_MARKS = /[\u0591-\u05c7]/gu;
const APOSTROPHES =
  /(?<=\p{L})['‘’`´\u02bb-\u02bf\u05f3\u2032](?=\p{L})|(?<=\p{L})['‘’`´\u02bb-\u02bf\u2032](?=\s|$)/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Digits that stand for letters inside a word ("Ig0r"). */
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  9: 'g',
};
/** Single letters with full stops or alone in a row: "A.B.C." is one word. */
const SPACED =
  /(?<![\p{L}\p{N}])(\p{L})(?:\.\s?(\p{L}))(?:\.\s?(\p{L}))?(?:\.\s?(\p{L}))?(?:\.\s?(\p{L}))?\.?(?![\p{L}\p{N}])/gu;

/**
 * The words of a name in Latin letters, as near to how official lists spell them as tables can come.
 * Scripts that leave out short vowels keep none. Digits are words of their own.
 */
export function romanWords(text: string): RomanWord[] {
  const plain = text
    .normalize('NFKC')
    .replace(ARABIC_MARKS, '')
    .replace(HEBREW_MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(SPACED, (run) => run.replace(/[.\s]/gu, ''));
  const words: RomanWord[] = [];
  for (const [word] of plain.matchAll(WORD))
    for (const part of partsOf(word.toLowerCase())) words.push(...romanWord(part));
  return words.filter((word) => word.text !== '');
}

/** A word with digits: letters they stand for inside it, numbers of their own at its end. */
function partsOf(word: string): string[] {
  if (!/\p{N}/u.test(word) || !/\p{L}/u.test(word)) return [word];
  if (/^\d+(?:st|nd|rd|th)$/.test(word)) return [word];
  const inside = /^(\p{L}*\d?\p{L}+(?:\d\p{L}+)*\d?)$/u.test(word) && /\p{L}.*\p{L}/u.test(word);
  if (inside && word.length > 3 && !/\d{2}/.test(word))
    return [word.replace(/\d/g, (digit) => LEET[digit] ?? digit)];
  return word.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [word];
}

function romanWord(word: string): RomanWord[] {
  const point = word.codePointAt(0) ?? 0;
  if (point < 0x80 && /^[a-z0-9]+$/.test(word)) return [{ text: word, abjad: false }];
  if (point >= 0x590 && point < 0x600) return [{ text: byPlace(word, HEBREW), abjad: true }];
  if ((point >= 0x600 && point < 0x780) || (point >= 0xfb50 && point < 0xff00))
    return arabicWords(word);
  if (point >= 0x780 && point < 0x7c0) return [plainWord(letters(word, THAANA))];
  const syllabary = SYLLABARIES.get(point - (point % 0x80));
  if (syllabary !== undefined) return [plainWord(syllables(word, syllabary))];
  if (point >= 0x370 && point < 0x400) return [plainWord(greek(word))];
  if (point >= 0x400 && point < 0x530) return [plainWord(letters(word, CYRILLIC))];
  const hangul = Array.from(word).map((each) => romaniseHangul(each.codePointAt(0) ?? 0));
  if (hangul.every((each) => each !== null)) return hangul.map(plainWord);
  if (/^\p{Script=Han}/u.test(word)) return Array.from(word).map((each) => plainWord(ascii(each)));
  return [
    plainWord(
      ascii(
        Array.from(word)
          .map((each) => MARKED_LATIN[each] ?? each)
          .join(''),
      ),
    ),
  ];
}

function plainWord(text: string): RomanWord {
  return { text, abjad: false };
}

function ascii(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function letters(word: string, table: Readonly<Record<string, string>>): string {
  return Array.from(word)
    .map((each) => table[each] ?? ascii(each))
    .join('');
}

function greek(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  let out = '';
  for (let at = 0; at < plain.length; at++) {
    const pair = GREEK_PAIRS[plain.slice(at, at + 2)];
    if (pair === undefined) out += GREEK[plain[at]!] ?? ascii(plain[at]!);
    else {
      out += pair;
      at++;
    }
  }
  return out;
}

/** "The" is a word of its own, and what is written as one word with "servant of" too. */
function arabicWords(word: string): RomanWord[] {
  const article = PREFIXED_ARTICLE.exec(word) ?? ARTICLE.exec(word);
  const rest = article === null ? word : word.slice(article[0].length);
  const parts = /^عبدال(.{2,})$/u.exec(rest);
  const read = (each: string) => ({ text: byPlace(each, ARABIC), abjad: true });
  const roman =
    parts === null ? [read(rest)] : [read('عبد'), { text: 'al', abjad: true }, read(parts[1]!)];
  return article === null ? roman : [{ text: 'al', abjad: true }, ...roman];
}

/** `w` and `y` are consonants at the start of a word and beside a vowel, and long vowels elsewhere. */
function byPlace(word: string, table: Readonly<Record<string, string>>): string {
  const sounds = Array.from(word).map((each) => table[each] ?? ascii(each));
  return sounds
    .map((sound, at) => {
      if (sound !== 'w' && sound !== 'y') return sound;
      const vowelNear = (near: string | undefined) => near !== undefined && /^[aeiou]/.test(near);
      if (at === 0 || vowelNear(sounds[at + 1])) return sound;
      return sound === 'w' ? 'u' : 'i';
    })
    .reduce(
      (all, sound) => all + (sound[0] === 'h' && /[cdgkpstz]$/.test(all) ? "'" : '') + sound,
      '',
    );
}

function syllables(word: string, table: Syllabary): string {
  const units = Array.from(word.normalize('NFC'));
  let out = '';
  let open = false; // a consonant whose inherent vowel is not decided
  for (const unit of units) {
    const sign = table.signs[unit];
    if (sign !== undefined) {
      out += sign;
      open = false;
      continue;
    }
    if (open) out += 'a';
    open = false;
    const consonant = table.consonants[unit];
    if (consonant !== undefined) {
      out += consonant;
      open = true;
    } else out += table.vowels[unit] ?? table.finals[unit] ?? ascii(unit);
  }
  return open && table.lastVowelHeard ? `${out}a` : out;
}
