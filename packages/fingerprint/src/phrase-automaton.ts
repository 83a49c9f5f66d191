/**
 * A packed Aho-Corasick automaton (Aho and Corasick, CACM 18(6), 1975) whose letters are the
 * numbers of words (see `WordTable`): a match can only begin and end where a word does, and a word
 * that is in no phrase is passed over whole.
 *
 * States are numbered breadth first, so the children of state `s` are the states
 * `firstChild[s]` to `firstChild[s + 1] - 1`, in the order of their `label`. State 0 is the root.
 */
export interface PhraseAutomaton {
  readonly stateCount: number;
  readonly firstChild: Int32Array;
  readonly label: Int32Array;
  /** The state of the longest proper suffix. */
  readonly fail: Int32Array;
  /** Phrase number that ends in this state, or -1. */
  readonly output: Int32Array;
  /** Next state along the suffixes with an output, or 0. */
  readonly nextOutput: Int32Array;
  /** By word: the state after it at the root, or 0. The step taken most. */
  readonly afterRoot: Int32Array;
}

/** The child of a state by a word, or 0 when there is none. */
function childOf(automaton: PhraseAutomaton, state: number, word: number): number {
  const { firstChild, label } = automaton;
  let low = firstChild[state]!;
  let high = firstChild[state + 1]!;
  while (high - low > 4) {
    const middle = (low + high) >>> 1;
    if (label[middle]! <= word) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (label[low] === word) return low;
  return 0;
}

/** The state after a word. Taken together, the steps of a text take time linear in its words. */
export function stepBy(automaton: PhraseAutomaton, state: number, word: number): number {
  const { fail, afterRoot } = automaton;
  for (let from = state; from !== 0; from = fail[from]!) {
    const next = childOf(automaton, from, word);
    if (next !== 0) return next;
  }
  return afterRoot[word]!;
}

/** The order the automaton is built in. */
export function comparePhrases(a: readonly number[], b: readonly number[]): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return a.length - b.length;
}

/**
 * Builds the automaton of the given phrases (as word numbers, in the order of `comparePhrases`, no
 * two alike). Breadth first over ranges of the list: all phrases in a range share the beginning.
 */
export function buildAutomaton(
  phrases: readonly (readonly number[])[],
  wordCount: number,
): PhraseAutomaton {
  const capacity = phrases.reduce((sum, phrase) => sum + phrase.length, 1);
  const from = new Int32Array(capacity);
  const to = new Int32Array(capacity);
  const label = new Int32Array(capacity);
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
      const word = phrases[at]![depth]!;
      const child = stateCount++;
      label[child] = word;
      parent[child] = state;
      from[child] = at;
      while (at < end && phrases[at]![depth] === word) at++;
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
    afterRoot: new Int32Array(wordCount),
  };
  linkSuffixes(automaton, parent);
  return automaton;
}

function linkSuffixes(automaton: PhraseAutomaton, parent: Int32Array): void {
  const { stateCount, firstChild, label, fail, output, nextOutput, afterRoot } = automaton;
  for (let child = firstChild[0]!; child < firstChild[1]!; child++)
    afterRoot[label[child]!] = child;
  for (let state = 1; state < stateCount; state++) {
    const above = parent[state]!;
    const target = above === 0 ? 0 : stepBy(automaton, fail[above]!, label[state]!);
    fail[state] = target;
    nextOutput[state] = output[target]! >= 0 ? target : nextOutput[target]!;
  }
}
