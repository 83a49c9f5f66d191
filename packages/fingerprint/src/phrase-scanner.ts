import { canonicalText, foldText, openFoldBuffer } from './canonical-text.ts';
import { evasionsOf, type Evasion } from './evasion.ts';
import { FOLD } from './fold-table.ts';
import { buildMaskedSearch } from './masked-phrases.ts';
import { originalEnd, splitsCharacter } from './original-span.ts';
import { stepBy } from './phrase-automaton.ts';
import { groupPhrases } from './phrase-groups.ts';
import { buildPhraseTables } from './phrase-tables.ts';
import { AS_IT_IS, openWordList, readWords } from './read-words.ts';
import { unitsOf } from './text-units.ts';

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
  /** What had to be undone to find it; nothing for what is written as people write. */
  readonly undone: readonly Evasion[];
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
  /** Memory of the automaton's tables; those for hidden phrases, built when first needed, are as much again. */
  readonly byteLength: number;
}

/**
 * Builds a scanner for phrases over canonical text (see `canonicalText`). Matches are whole words:
 * "isis" is not found in "crisis". A match never begins or ends inside one original character.
 * A text with signs of evasion is read a second time with that undone (see `Evasion`); what is
 * found only then says so.
 *
 *     buildScanner([{ id: 7, text: 'Grey Heron Front' }]).scan('The GREY-HERON front said')
 *     // [{ id: 7, start: 4, end: 20, matched: 'GREY-HERON front', undone: [] }]
 */
export function buildScanner<Id extends number | string>(
  phrases: readonly Phrase<Id>[],
): PhraseScanner<Id> {
  const empty: Id[] = [];
  const groups = groupPhrases(phrases, empty);
  const { table, automaton, phrases: sorted, byteLength } = buildPhraseTables(groups);
  const { output, nextOutput } = automaton;
  const list = openWordList();
  const buffer = openFoldBuffer();
  let searchMasked: ReturnType<typeof buildMaskedSearch<Id>> | null = null;

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
      const { words, unspaced, variants } = sorted[output[at]!]!;
      const first = list.starts[last - words.length + 1]!;
      const past = list.ends[last]!;
      const start = folded ? buffer.offsets[first]! : first;
      const end = folded ? originalEnd(buffer, past) : past;
      const matched = text.slice(start, end);
      const uncertain = unspaced || (folded && splitsCharacter(buffer, first, past));
      const written = uncertain ? canonicalText(matched).text : '';
      const undone = evasionsOf(0, folded ? matched : '');
      for (const { canonical, ids } of variants) {
        if (uncertain && written !== canonical) continue;
        for (const id of ids) hits.push({ id, start, end, matched, undone });
      }
    }
  }

  function fold(text: string): void {
    foldText(text, buffer);
    readWords(buffer.units, buffer.length, AS_IT_IS, table, list);
  }

  /** Reads the text's words; true when it had to be folded first. */
  function read(text: string): boolean {
    if (readWords(unitsOf(text), text.length, FOLD, table, list)) return false;
    fold(text);
    list.masked ||= SIGN_IN_WORD.test(text);
    return true;
  }

  /** Adds the phrases that are found only when what hides them is undone. */
  function addMasked(text: string, hits: PhraseHit<Id>[]): void {
    searchMasked ??= buildMaskedSearch(groups);
    const masked: PhraseHit<Id>[] = [];
    for (const found of searchMasked({ text, buffer, list })) {
      if (splitsCharacter(buffer, found.start, found.end)) continue;
      const start = buffer.offsets[found.start]!;
      const end = originalEnd(buffer, found.end);
      const matched = text.slice(start, end);
      const undone = evasionsOf(found.undone, matched);
      for (const id of found.ids) masked.push({ id, start, end, matched, undone });
    }
    for (const hit of firstOfEachPlace(hits, masked)) hits.push(hit);
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
    if (list.masked) {
      if (!folded) fold(text);
      addMasked(text, hits);
    }
    return hits.length > 1 ? hits.sort((a, b) => a.start - b.start || b.end - a.end) : hits;
  }

  return { scan, empty, phraseCount: groups.length, byteLength };
}

/** A sign that may stand for a letter, right before one. */
const SIGN_IN_WORD = /[@$!](?=\p{L})/u;

/** Of the masked hits those that lie where the same phrase is not found already: a place is said once. */
function firstOfEachPlace<Id extends number | string>(
  plain: readonly PhraseHit<Id>[],
  masked: readonly PhraseHit<Id>[],
): PhraseHit<Id>[] {
  const byStart = (a: PhraseHit<Id>, b: PhraseHit<Id>): number => a.start - b.start;
  const known = Map.groupBy(plain, ({ id }) => id);
  return [...Map.groupBy(masked, ({ id }) => id)].flatMap(([id, ofOne]) => {
    const taken = (known.get(id) ?? []).toSorted(byStart);
    let next = 0;
    let reach = 0;
    return ofOne.toSorted(byStart).filter(({ start, end }) => {
      while (next < taken.length && taken[next]!.end <= start) next++;
      if (start < reach || (next < taken.length && taken[next]!.start < end)) return false;
      reach = end;
      return true;
    });
  });
}
