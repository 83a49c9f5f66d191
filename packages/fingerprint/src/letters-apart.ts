import type { FoldBuffer } from './canonical-text.ts';
import { DIGIT, KINDS } from './look-alikes.ts';
import { originalEnd } from './original-span.ts';
import type { WordList } from './read-words.ts';
import { FIRST_UNSPACED } from './word-gaps.ts';
import { FEWEST_APART } from './word-signs.ts';

/** A folded text, its words, and the text as written. */
export interface FoldedText {
  readonly text: string;
  readonly buffer: FoldBuffer;
  readonly list: WordList;
}

/** Words `from` to before `until` of a list are the letters of one word. */
export interface Apart {
  readonly from: number;
  readonly until: number;
}

/** What stands between two letters set apart is not longer. */
const LONGEST_GAP = 8;
/** Capitals with full stops, up to so many, are an abbreviation or somebody's initials. */
const LONGEST_ABBREVIATION = 5;
/** Letters that are words by themselves in some language, and may stand before or after others. */
const ONE_LETTER_WORDS = new Set(
  Array.from('aàáeéiíïouyавикосуяіو', (letter) => letter.charCodeAt(0)),
);
const WHITE_SPACE = /\s/u;
const NO_GAP = -1;

function isSingle({ buffer, list }: FoldedText, word: number): boolean {
  const start = list.starts[word]!;
  return list.ends[word]! - start === 1 && buffer.units[start]! < FIRST_UNSPACED;
}

/** White space between a word and the next, in units; `NO_GAP` when it is none between letters. */
function widthAfter({ text, buffer, list }: FoldedText, word: number): number {
  const { starts, ends } = list;
  if (starts[word + 1] === ends[word]) return NO_GAP;
  const from = originalEnd(buffer, ends[word]!);
  const until = buffer.offsets[starts[word + 1]!]!;
  if (until - from > LONGEST_GAP) return NO_GAP;
  let width = 0;
  for (let at = from; at < until; at++) if (WHITE_SPACE.test(text[at]!)) width++;
  return width;
}

/** "U.S.A." and "J. R. R.": capitals with full stops between them, and not many. */
function isAbbreviation(source: FoldedText, { from, until }: Apart): boolean {
  const { text, buffer, list } = source;
  if (until - from > LONGEST_ABBREVIATION) return false;
  for (let word = from; word < until; word++) {
    const at = list.starts[word]!;
    const written = text[buffer.offsets[at]!]!;
    if (written.toLowerCase() === written) return false;
    if (word + 1 < until && text[originalEnd(buffer, at + 1)] !== '.') return false;
  }
  return true;
}

function hasLetter({ buffer, list }: FoldedText, { from, until }: Apart): boolean {
  for (let word = from; word < until; word++)
    if (KINDS[buffer.units[list.starts[word]!]!] !== DIGIT) return true;
  return false;
}

function isOneLetterWord({ buffer, list }: FoldedText, word: number): boolean {
  return ONE_LETTER_WORDS.has(buffer.units[list.starts[word]!]!);
}

/** Where a row of single letters that begins at a word ends. */
function endOfRow(source: FoldedText, first: number): number {
  let until = first + 1;
  while (
    until < source.list.count &&
    isSingle(source, until) &&
    widthAfter(source, until - 1) !== NO_GAP
  )
    until++;
  return until;
}

/** Parts a row of single letters where the white space is wider than the narrowest in it. */
function partsOf(source: FoldedText, row: Apart): Apart[] {
  let narrowest = LONGEST_GAP;
  for (let word = row.from; word + 1 < row.until; word++)
    narrowest = Math.min(narrowest, widthAfter(source, word));
  const parts: Apart[] = [];
  let { from } = row;
  for (let word = row.from; word < row.until; word++) {
    if (word + 1 < row.until && widthAfter(source, word) === narrowest) continue;
    parts.push({ from, until: word + 1 });
    from = word + 1;
  }
  return parts;
}

/**
 * The words of a text whose letters are set apart ("i s i s", "k.i.l.l"), in order. A row of fewer
 * than four letters is none, nor are abbreviations and numbers. Wider gaps part the words of a
 * row. With `trimmed`, a one-letter word before or after ("a", "I") is taken for such a word and
 * not for a letter of the row.
 */
export function findLettersApart(source: FoldedText, trimmed: boolean): Apart[] {
  const found: Apart[] = [];
  for (let word = 0; word < source.list.count; word++) {
    if (!isSingle(source, word)) continue;
    const row = { from: word, until: endOfRow(source, word) };
    word = row.until - 1;
    if (row.until - row.from < FEWEST_APART) continue;
    for (let part of partsOf(source, row)) {
      if (trimmed) part = trim(source, part);
      const isWord = part.until - part.from > 1 && hasLetter(source, part);
      if (isWord && !isAbbreviation(source, part)) found.push(part);
    }
  }
  return found;
}

function trim(source: FoldedText, { from, until }: Apart): Apart {
  return {
    from: isOneLetterWord(source, from) ? from + 1 : from,
    until: isOneLetterWord(source, until - 1) ? until - 1 : until,
  };
}
