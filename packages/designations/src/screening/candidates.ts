import { isLookedFor, isSoundKey, keysToAsk, type NameForm, type NameWord } from './name-form.ts';
import type { SoundTable } from './sound-table.ts';
import { leastJoinedLikeness, likenessOf } from './word-likeness.ts';

export interface IndexedForm {
  readonly form: NameForm;
}

/** A word that names of the register have, and which names those are. */
export interface IndexedWord {
  readonly word: NameWord;
  readonly names: readonly number[];
}

/** Names by their words, and words by what they sound like. */
export interface InvertedNames {
  readonly names: readonly IndexedForm[];
  readonly words: readonly IndexedWord[];
  readonly sounds: SoundTable;
  /** Places among the sounds, by key. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** 0 to 1, by phones; 1 where it is not known. */
  readonly rarity: ReadonlyMap<string, number>;
}

/** The words of the register that are like a word, and what a name gains by each. */
interface LikeWords {
  readonly ids: Uint32Array;
  readonly gains: Float32Array;
}

const mostCandidates = 48;
const leastLikeness = 0.6;
/** Given names come again and again: twice as many words as this are remembered at most. */
const mostRemembered = 4096;

/** Finds the names worth comparing with a name, the likeliest first. */
export function candidateFinder(inverted: InvertedNames): (form: NameForm) => number[] {
  const { names, words } = inverted;
  const scores = new Float32Array(names.length);
  const best = new Float32Array(names.length);
  /** By how much less likely a name is found by the same words the more it has. */
  const lengths = Float32Array.from(names, ({ form }) => (form.words.length + 2) ** 0.4);
  const likeWords = remembering((word, joined) => wordsLike(word, joined, inverted));

  return (form) => {
    const touched: number[] = [];
    const gather = ({ ids, gains }: LikeWords): void => {
      const raised: number[] = [];
      for (let at = 0; at < ids.length; at++) {
        const gain = gains[at]!;
        for (const name of words[ids[at]!]!.names) {
          if (best[name] === 0) raised.push(name);
          if (best[name]! < gain) best[name] = gain;
        }
      }
      for (const name of raised) {
        if (scores[name] === 0) touched.push(name);
        scores[name]! += best[name]!;
        best[name] = 0;
      }
    };
    for (const word of form.words) if (isLookedFor(word)) gather(likeWords(word, false));
    for (const { word } of form.joins) if (isLookedFor(word)) gather(likeWords(word, true));
    const ranked = touched.map((id) => ({ id, score: scores[id]! / lengths[id]! }));
    for (const id of touched) scores[id] = 0;
    return largest(ranked, mostCandidates);
  };
}

/** @param joined whether it is neighbours read as one, which are compared more strictly */
function wordsLike(
  word: NameWord,
  joined: boolean,
  { words, sounds, byKey, rarity }: InvertedNames,
): LikeWords {
  const least = joined ? leastJoinedLikeness : leastLikeness;
  const gains = new Map<number, number>();
  const near = sounds.near(word, least);
  for (const key of keysToAsk(word)) {
    const bySound = isSoundKey(key);
    for (const place of byKey.get(key) ?? []) {
      if (bySound && !near(place)) continue;
      const id = sounds.idAt(place);
      if (gains.has(id)) continue;
      const other = words[id]!.word;
      const { likeness } = likenessOf(word, other, false);
      if (likeness < least) continue;
      gains.set(id, likeness * likeness * (rarity.get(other.phones) ?? 1) ** 1.5);
    }
  }
  return { ids: Uint32Array.from(gains.keys()), gains: Float32Array.from(gains.values()) };
}

/** Remembers what was found for the words asked for of late. */
function remembering(find: (word: NameWord, joined: boolean) => LikeWords): typeof find {
  let recent = new Map<string, LikeWords>();
  let before = new Map<string, LikeWords>();
  return (word, joined) => {
    const key = `${joined ? '+' : ''}${word.abjad ? '_' : ''}${word.meaning ?? ''}:${word.text}`;
    const known = recent.get(key);
    if (known !== undefined) return known;
    const found = before.get(key) ?? find(word, joined);
    if (recent.size >= mostRemembered) {
      before = recent;
      recent = new Map();
    }
    recent.set(key, found);
    return found;
  };
}

/** The ids of the greatest scores, without sorting what is far below them. */
function largest(ranked: { id: number; score: number }[], count: number): number[] {
  if (ranked.length > count * 4) {
    const scores = Float32Array.from(ranked, ({ score }) => score).sort();
    const least = scores[scores.length - count]!;
    ranked = ranked.filter(({ score }) => score >= least);
  }
  return ranked
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ id }) => id);
}
