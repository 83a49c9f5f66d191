import { canonicalText } from './canonical-text.ts';
import { SPACE } from './fold-table.ts';
import type { Phrase } from './phrase-scanner.ts';
import { gapBetween, hasUnspaced } from './word-gaps.ts';

/** Phrases of the same words; they may differ in spaces no reader needs. */
export interface PhraseGroup<Id> {
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

/** Phrases by their canonical words; those that have none go to `empty`. */
export function groupPhrases<Id extends number | string>(
  phrases: readonly Phrase<Id>[],
  empty: Id[],
): PhraseGroup<Id>[] {
  const groups = new Map<string, PhraseGroup<Id>>();
  for (const { id, text } of phrases) {
    const canonical = canonicalText(text).text;
    if (canonical === '') {
      empty.push(id);
      continue;
    }
    const unspaced = hasUnspaced(canonical);
    const words = unspaced ? wordsOf(canonical) : canonical.split(' ');
    const key = unspaced ? words.join(' ') : canonical;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { words, unspaced, variants: [] }));
    const variant = group.variants.find((known) => known.canonical === canonical);
    if (variant === undefined) group.variants.push({ canonical, ids: [id] });
    else variant.ids.push(id);
  }
  return [...groups.values()];
}
