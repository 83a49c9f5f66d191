import { SPACE } from './fold-table.ts';
import { gapBetween } from './word-gaps.ts';

/**
 * A packed Aho-Corasick automaton (Aho and Corasick, CACM 18(6), 1975) over words: every phrase
 * is stored with a space at each end, so that only the beginning of a word can begin a match and
 * the rest of a word that leads nowhere is skipped.
 *
 * States are numbered breadth first, so the children of state `s` are the states
 * `firstChild[s]` to `firstChild[s + 1] - 1`, in the order of their `label`.
 */
export interface PhraseAutomaton {
  readonly stateCount: number;
  readonly firstChild: Int32Array;
  readonly label: Uint16Array;
  /** The state of the longest proper suffix. */
  readonly fail: Int32Array;
  /** Phrase number that ends in this state, or -1. */
  readonly output: Int32Array;
  /** Next state along the suffixes with an output, or 0. */
  readonly nextOutput: Int32Array;
  /** From a word's first unit to the state after it, or 0: the step taken most. */
  readonly afterSpace: Int32Array;
}

/** The state after one space: where every word begins. */
export const WORD_START = 1;

/** A canonical phrase as the automaton reads it: a space at each end and at each unseen gap. */
export function spacedPhrase(canonical: string): string {
  let spaced = ' ';
  for (let at = 0; at < canonical.length; at++) {
    const unit = canonical.charCodeAt(at);
    const before = at > 0 ? canonical.charCodeAt(at - 1) : SPACE;
    if (unit !== SPACE && before !== SPACE && gapBetween(before, unit)) spaced += ' ';
    spaced += canonical[at];
  }
  return spaced + ' ';
}

/** The child of a state by a unit, or 0 when there is none. */
export function childOf(automaton: PhraseAutomaton, state: number, unit: number): number {
  const { firstChild, label } = automaton;
  let low = firstChild[state]!;
  let high = firstChild[state + 1]!;
  while (high - low > 4) {
    const middle = (low + high) >>> 1;
    if (label[middle]! <= unit) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (label[low] === unit) return low;
  return 0;
}

/**
 * Builds the automaton of the given phrases (spaced, sorted by unit, no two alike).
 * Breadth first over ranges of the sorted list: all phrases in a range share the prefix.
 */
export function buildAutomaton(phrases: readonly string[]): PhraseAutomaton {
  const capacity = phrases.reduce((sum, phrase) => sum + phrase.length, 2);
  const from = new Int32Array(capacity);
  const to = new Int32Array(capacity);
  const label = new Uint16Array(capacity);
  const parent = new Int32Array(capacity);
  const firstChild = new Int32Array(capacity + 1);
  const output = new Int32Array(capacity).fill(-1);
  to[0] = phrases.length;
  let stateCount = 1;
  let levelEnd = 1;
  let depth = 0;
  for (let state = 0; state < stateCount; state++) {
    if (state === levelEnd) {
      levelEnd = stateCount;
      depth++;
    }
    firstChild[state] = stateCount;
    let at = from[state]!;
    const end = to[state]!;
    if (at < end && phrases[at]!.length === depth) output[state] = at++;
    while (at < end) {
      const unit = phrases[at]!.charCodeAt(depth);
      const child = stateCount++;
      label[child] = unit;
      parent[child] = state;
      from[child] = at;
      while (at < end && phrases[at]!.charCodeAt(depth) === unit) at++;
      to[child] = at;
    }
  }
  firstChild[stateCount] = stateCount;
  const automaton = {
    stateCount,
    firstChild: firstChild.slice(0, stateCount + 1),
    label: label.slice(0, stateCount),
    fail: new Int32Array(stateCount),
    output: output.slice(0, stateCount),
    nextOutput: new Int32Array(stateCount),
    afterSpace: new Int32Array(0x10000),
  };
  linkSuffixes(automaton, parent);
  return automaton;
}

function linkSuffixes(automaton: PhraseAutomaton, parent: Int32Array): void {
  const { stateCount, firstChild, label, fail, output, nextOutput, afterSpace } = automaton;
  for (let state = 1; state < stateCount; state++) {
    let suffix = parent[state]!;
    let target = 0;
    while (suffix !== 0 && target === 0) {
      suffix = fail[suffix]!;
      target = childOf(automaton, suffix, label[state]!);
    }
    fail[state] = target;
    nextOutput[state] = output[target]! >= 0 ? target : nextOutput[target]!;
  }
  if (stateCount <= WORD_START) return;
  for (let child = firstChild[WORD_START]!; child < firstChild[WORD_START + 1]!; child++) {
    afterSpace[label[child]!] = child;
  }
}
