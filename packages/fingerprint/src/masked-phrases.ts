import { SEPARATED } from './evasion.ts';
import type { FoldedText } from './letters-apart.ts';
import { stepBy } from './phrase-automaton.ts';
import { CAPITAL_SKELETONS, SKELETONS } from './look-alikes.ts';
import type { PhraseGroup } from './phrase-groups.ts';
import { buildPhraseTables } from './phrase-tables.ts';
import { AS_IT_IS } from './read-words.ts';
import { undoLeet, unmaskWords, type UnmaskedWords } from './unmask-words.ts';
import { HASH_SEED, findWord, hashOn } from './word-table.ts';

/** A phrase found in a text once what hid it was undone. Places are in the canonical text. */
export interface MaskedFound<Id> {
  readonly ids: readonly Id[];
  readonly start: number;
  readonly end: number;
  /** What was undone: bits of `Evasion`, never none. */
  readonly undone: number;
}

/** Words that look alike, and the ids of the phrases they look like. */
interface Skeleton<Id> {
  readonly words: readonly string[];
  readonly ids: Set<Id>;
  /** The same with its words run together: for letters set apart all alike. */
  readonly joined: Set<Id>;
}

function skeletonOf(word: string, skeletons: Uint16Array): string {
  const units = Uint16Array.from(word, (_, at) => skeletons[word.charCodeAt(at)]!);
  const kept = units.filter((unit) => unit !== 0);
  undoLeet(kept, 0, kept.length);
  return String.fromCharCode(...kept);
}

/** What is looked for in the second reading of a text: the skeletons of phrases. */
function skeletonsOf<Id>(groups: readonly PhraseGroup<Id>[]): Skeleton<Id>[] {
  const found = new Map<string, Skeleton<Id>>();
  const add = (words: readonly string[], as: 'ids' | 'joined', ids: readonly Id[]): void => {
    const key = words.join(' ');
    let known = found.get(key);
    if (known === undefined) found.set(key, (known = { words, ids: new Set(), joined: new Set() }));
    for (const id of ids) known[as].add(id);
  };
  for (const { words, unspaced, variants } of groups) {
    if (unspaced) continue;
    const ids = variants.flatMap((variant) => variant.ids);
    for (const skeletons of [SKELETONS, CAPITAL_SKELETONS]) {
      const alike = words.map((word) => skeletonOf(word, skeletons)).filter((word) => word !== '');
      if (alike.length === 0) continue;
      add(alike, 'ids', ids);
      if (alike.length > 1) add([alike.join('')], 'joined', ids);
    }
  }
  return [...found.values()];
}

/**
 * Builds the search for phrases that are hidden in a text: in every one found, something was
 * undone. Phrases in scripts without spaces are not among them.
 */
export function buildMaskedSearch<Id>(
  groups: readonly PhraseGroup<Id>[],
): (source: FoldedText) => MaskedFound<Id>[] {
  const { table, automaton, phrases } = buildPhraseTables(skeletonsOf(groups));
  const { output, nextOutput } = automaton;

  function numberOf({ units, begins }: UnmaskedWords, word: number): number {
    const begin = begins[word]!;
    const end = begins[word + 1]!;
    let hash = HASH_SEED;
    for (let at = begin; at < end; at++) hash = hashOn(hash, units[at]!);
    return findWord(table, hash, units, AS_IT_IS, begin, end);
  }

  function search(words: UnmaskedWords, found: MaskedFound<Id>[]): void {
    let state = 0;
    for (let last = 0; last < words.count; last++) {
      const number = numberOf(words, last);
      state = number < 0 ? 0 : stepBy(automaton, state, number);
      for (let at = state; at !== 0; at = nextOutput[at]!) {
        if (output[at]! < 0) continue;
        const { words: looked, ids, joined } = phrases[output[at]!]!;
        const first = last - looked.length + 1;
        let undone = 0;
        for (let word = first; word <= last; word++) undone |= words.undone[word]!;
        if (undone === 0) continue;
        const apart = (undone & SEPARATED) !== 0 && looked.length === 1;
        const all = apart ? new Set([...ids, ...joined]) : ids;
        if (all.size === 0) continue;
        found.push({ ids: [...all], start: words.starts[first]!, end: words.ends[last]!, undone });
      }
    }
  }

  return (source) => {
    const found: MaskedFound<Id>[] = [];
    for (const trimmed of [false, true]) {
      const words = unmaskWords(source, trimmed);
      if (words.all !== 0) search(words, found);
    }
    return found;
  };
}
