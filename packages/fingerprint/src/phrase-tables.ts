import { buildAutomaton, comparePhrases, type PhraseAutomaton } from './phrase-automaton.ts';
import { buildWordTable, type WordTable } from './word-table.ts';

/** What phrases are looked for with: their words numbered, and an automaton over the numbers. */
export interface PhraseTables<Of> {
  readonly table: WordTable;
  readonly automaton: PhraseAutomaton;
  /** By the automaton's phrase numbers. */
  readonly phrases: readonly Of[];
  readonly byteLength: number;
}

/** Builds the tables. No two phrases may have the same words. */
export function buildPhraseTables<Of extends { readonly words: readonly string[] }>(
  phrases: readonly Of[],
): PhraseTables<Of> {
  // Words are numbered in the order they are met.
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) numbers.set(word, (number = numbers.size));
    return number;
  };
  const numbered = phrases
    .map((phrase) => ({ phrase, numbers: phrase.words.map(numberOf) }))
    .sort((a, b) => comparePhrases(a.numbers, b.numbers));
  const table = buildWordTable([...numbers.keys()]);
  const automaton = buildAutomaton(
    numbered.map((each) => each.numbers),
    table.count,
  );
  const byteLength = [automaton, table]
    .flatMap((tables) => Object.values(tables) as (number | Int32Array | Uint16Array)[])
    .reduce<number>((sum, each) => sum + (typeof each === 'number' ? 0 : each.byteLength), 0);
  return { table, automaton, phrases: numbered.map(({ phrase }) => phrase), byteLength };
}
