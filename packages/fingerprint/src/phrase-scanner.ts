import { canonicalText, foldText, openFoldBuffer } from './canonical-text.ts';
import type { FoldBuffer } from './canonical-text.ts';
import { FOLD, SPACE } from './fold-table.ts';
import { buildAutomaton, comparePhrases, stepBy } from './phrase-automaton.ts';
import { AS_IT_IS, openWordList, readWords } from './read-words.ts';
import { unitsOf } from './text-units.ts';
import { gapBetween, hasUnspaced } from './word-gaps.ts';
import { buildWordTable } from './word-table.ts';

/** A phrase to look for, under the caller's own id. */
export interface Phrase<Id extends number | string> {
  readonly id: Id;
  readonly text: string;
}

/** One place where a phrase stands in a text. Offsets are UTF-16, end exclusive. */
export interface PhraseHit<Id extends number | string> {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
  /** The original text from start to end, as the author wrote it. */
  readonly matched: string;
}

export interface PhraseScanner<Id extends number | string> {
  /**
   * Every place where a phrase stands as whole words, by start and then longest first.
   * Time is linear in the text and the hits, whatever the phrases.
   */
  readonly scan: (text: string) => PhraseHit<Id>[];
  /** Phrases with no letter or digit in them: they can never match. */
  readonly empty: readonly Id[];
  /** Distinct canonical phrases. */
  readonly phraseCount: number;
  /** Memory of the automaton's tables. */
  readonly byteLength: number;
}

/** Phrases of the same words; they may differ in spaces no reader needs. */
interface Twins<Id> {
  readonly words: readonly string[];
  readonly unspaced: boolean;
  readonly variants: { readonly canonical: string; readonly ids: Id[] }[];
}

/** The words of a canonical text: parted by spaces and by unseen gaps. */
function wordsOf(canonical: string): string[] {
  const words: string[] = [];
  let start = 0;
  for (let at = 1; at <= canonical.length; at++) {
    const unit = at < canonical.length ? canonical.charCodeAt(at) : SPACE;
    const before = canonical.charCodeAt(at - 1);
    if (unit === SPACE || before === SPACE || gapBetween(before, unit)) {
      if (before !== SPACE) words.push(canonical.slice(start, at));
      start = at;
    }
  }
  return words;
}

function groupTwins<Id extends number | string>(
  phrases: readonly Phrase<Id>[],
  empty: Id[],
): Twins<Id>[] {
  const twins = new Map<string, Twins<Id>>();
  for (const { id, text } of phrases) {
    const canonical = canonicalText(text).text;
    if (canonical === '') {
      empty.push(id);
      continue;
    }
    const unspaced = hasUnspaced(canonical);
    const words = unspaced ? wordsOf(canonical) : canonical.split(' ');
    const key = unspaced ? words.join(' ') : canonical;
    let group = twins.get(key);
    if (group === undefined) twins.set(key, (group = { words, unspaced, variants: [] }));
    const variant = group.variants.find((known) => known.canonical === canonical);
    if (variant === undefined) group.variants.push({ canonical, ids: [id] });
    else variant.ids.push(id);
  }
  return [...twins.values()];
}

/** Numbers words in the order they are met. */
function numberWords(): { of: (word: string) => number; all: Map<string, number> } {
  const all = new Map<string, number>();
  return {
    all,
    of(word) {
      let number = all.get(word);
      if (number === undefined) all.set(word, (number = all.size));
      return number;
    },
  };
}

/** Where the character that holds canonical unit `end - 1` ends in the original. */
function originalEnd(buffer: FoldBuffer, end: number): number {
  const last = buffer.offsets[end - 1];
  let at = end;
  while (at < buffer.length && buffer.offsets[at] === last) at++;
  return buffer.offsets[at]!;
}

/** True when the match would begin or end inside one original character ("㎏" is "kg"). */
function splitsCharacter(buffer: FoldBuffer, start: number, end: number): boolean {
  const { offsets, length } = buffer;
  return (
    (start > 0 && offsets[start - 1] === offsets[start]) ||
    (end < length && offsets[end - 1] === offsets[end])
  );
}

/**
 * Builds a scanner for phrases over canonical text (see `canonicalText`). Matches are whole words:
 * "isis" is not found in "crisis". A match never begins or ends inside one original character.
 *
 *     buildScanner([{ id: 7, text: 'Grey Heron Front' }]).scan('The GREY-HERON front said')
 *     // [{ id: 7, start: 4, end: 20, matched: 'GREY-HERON front' }]
 */
export function buildScanner<Id extends number | string>(
  phrases: readonly Phrase<Id>[],
): PhraseScanner<Id> {
  const empty: Id[] = [];
  const numbers = numberWords();
  const groups = groupTwins(phrases, empty)
    .map((group) => ({ ...group, numbers: group.words.map(numbers.of) }))
    .sort((a, b) => comparePhrases(a.numbers, b.numbers));
  const table = buildWordTable([...numbers.all.keys()]);
  const automaton = buildAutomaton(
    groups.map((group) => group.numbers),
    table.count,
  );
  const { output, nextOutput } = automaton;
  const list = openWordList();
  const buffer = openFoldBuffer();

  /** The phrases that end with word `last` of the list. `folded`: the list is of the buffer. */
  function report(
    text: string,
    state: number,
    last: number,
    folded: boolean,
    hits: PhraseHit<Id>[],
  ): void {
    let at = output[state]! >= 0 ? state : nextOutput[state]!;
    for (; at !== 0; at = nextOutput[at]!) {
      const { words, unspaced, variants } = groups[output[at]!]!;
      const first = list.starts[last - words.length + 1]!;
      const past = list.ends[last]!;
      const start = folded ? buffer.offsets[first]! : first;
      const end = folded ? originalEnd(buffer, past) : past;
      const matched = text.slice(start, end);
      const uncertain = unspaced || (folded && splitsCharacter(buffer, first, past));
      const written = uncertain ? canonicalText(matched).text : '';
      for (const { canonical, ids } of variants) {
        if (uncertain && written !== canonical) continue;
        for (const id of ids) hits.push({ id, start, end, matched });
      }
    }
  }

  /** Reads the text's words; true when it had to be folded first. */
  function read(text: string): boolean {
    if (readWords(unitsOf(text), text.length, FOLD, table, list)) return false;
    foldText(text, buffer);
    readWords(buffer.units, buffer.length, AS_IT_IS, table, list);
    return true;
  }

  function scan(text: string): PhraseHit<Id>[] {
    const hits: PhraseHit<Id>[] = [];
    if (groups.length === 0) return hits;
    const folded = read(text);
    const { numbers: words, count } = list;
    let state = 0;
    for (let at = 0; at < count; at++) {
      const word = words[at]!;
      state = word < 0 ? 0 : stepBy(automaton, state, word);
      if (state !== 0 && (output[state]! >= 0 || nextOutput[state] !== 0))
        report(text, state, at, folded, hits);
    }
    return hits.length > 1 ? hits.sort((a, b) => a.start - b.start || b.end - a.end) : hits;
  }

  const byteLength = [automaton, table]
    .flatMap((tables) => Object.values(tables) as (number | Int32Array | Uint16Array)[])
    .reduce<number>((sum, each) => sum + (typeof each === 'number' ? 0 : each.byteLength), 0);
  return { scan, empty, phraseCount: groups.length, byteLength };
}
