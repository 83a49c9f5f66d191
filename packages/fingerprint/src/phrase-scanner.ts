import { canonicalText, foldText, foldedSlice, openFoldBuffer } from './canonical-text.ts';
import type { FoldBuffer } from './canonical-text.ts';
import { SPACE } from './fold-table.ts';
import type { PhraseAutomaton } from './phrase-automaton.ts';
import { WORD_START, buildAutomaton, childOf, spacedPhrase } from './phrase-automaton.ts';
import { FIRST_UNSPACED, gapBetween, hasUnspaced } from './word-gaps.ts';

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

/** Phrases that read the same to the automaton; they may differ in spaces no reader needs. */
interface Twins<Id> {
  readonly unspaced: boolean;
  readonly variants: { readonly canonical: string; readonly ids: Id[] }[];
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

function groupTwins<Id extends number | string>(phrases: readonly Phrase<Id>[], empty: Id[]) {
  const twins = new Map<string, Twins<Id>>();
  for (const { id, text } of phrases) {
    const canonical = canonicalText(text).text;
    if (canonical === '') {
      empty.push(id);
      continue;
    }
    const spaced = spacedPhrase(canonical);
    let group = twins.get(spaced);
    if (group === undefined) {
      group = { unspaced: hasUnspaced(canonical), variants: [] };
      twins.set(spaced, group);
    }
    const variant = group.variants.find((known) => known.canonical === canonical);
    if (variant === undefined) group.variants.push({ canonical, ids: [id] });
    else variant.ids.push(id);
  }
  return twins;
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
  const twins = groupTwins(phrases, empty);
  const spaced = [...twins.keys()].sort();
  const groups = spaced.map((phrase) => twins.get(phrase)!);
  const automaton = buildAutomaton(spaced);
  const { fail, output, nextOutput, afterSpace } = automaton;
  const buffer = openFoldBuffer();

  function report(text: string, state: number, end: number, hits: PhraseHit<Id>[]): void {
    let at = output[state]! >= 0 ? state : nextOutput[state]!;
    for (; at !== 0; at = nextOutput[at]!) {
      const group = groups[output[at]!]!;
      for (const { canonical, ids } of group.variants) {
        const first = end - canonical.length;
        if (first < 0) continue;
        if (group.unspaced && foldedSlice(buffer, first, end) !== canonical) continue;
        const start = buffer.offsets[first]!;
        const stop = originalEnd(buffer, end);
        const matched = text.slice(start, stop);
        const split = splitsCharacter(buffer, first, end);
        if (split && canonicalText(matched).text !== canonical) continue;
        for (const id of ids) hits.push({ id, start, end: stop, matched });
      }
    }
  }

  function step(state: number, unit: number): number {
    for (let from = state; from !== 0; from = fail[from]!) {
      const next = from === WORD_START ? afterSpace[unit]! : childOf(automaton, from, unit);
      if (next !== 0) return next;
    }
    return unit === SPACE ? WORD_START : 0;
  }

  function endWord(text: string, state: number, at: number, hits: PhraseHit<Id>[]): number {
    const next = step(state, SPACE);
    if (output[next]! >= 0 || nextOutput[next] !== 0) report(text, next, at, hits);
    return next;
  }

  function scan(text: string): PhraseHit<Id>[] {
    const hits: PhraseHit<Id>[] = [];
    if (groups.length === 0) return hits;
    foldText(text, buffer);
    const { units, length } = buffer;
    let state = WORD_START;
    let before = SPACE;
    for (let at = 0; at < length; at++) {
      const unit = units[at]!;
      if (unit === SPACE) {
        state = state === 0 ? WORD_START : endWord(text, state, at, hits);
      } else {
        const mayGap = (unit >= FIRST_UNSPACED || before >= FIRST_UNSPACED) && before !== SPACE;
        if (mayGap && gapBetween(before, unit)) state = endWord(text, state, at, hits);
        if (state === WORD_START) state = afterSpace[unit]!;
        else if (state !== 0) state = step(state, unit);
      }
      before = unit;
    }
    if (length > 0) endWord(text, state, length, hits);
    return hits.length > 1 ? hits.sort((a, b) => a.start - b.start || b.end - a.end) : hits;
  }

  return { scan, empty, phraseCount: groups.length, byteLength: byteLength(automaton) };
}

function byteLength(automaton: PhraseAutomaton): number {
  return Object.values(automaton).reduce(
    (sum: number, table) => sum + (typeof table === 'object' ? table.byteLength : 0),
    0,
  );
}
