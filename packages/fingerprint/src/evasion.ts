/**
 * What had to be undone before a text could be compared, in the order it is said:
 * `invisible` characters inside words, `confusable` letters of another script or style, needless
 * marks on letters (`decorated`), digits and signs for letters (`leet`), letters set apart
 * (`separated`).
 */
export const EVASIONS = ['invisible', 'confusable', 'decorated', 'leet', 'separated'] as const;
export type Evasion = (typeof EVASIONS)[number];

/** One bit for each, so that words carry them in a number. */
export const CONFUSABLE = 2;
export const DECORATED = 4;
export const LEET = 8;
export const SEPARATED = 16;

const NONE: readonly Evasion[] = Object.freeze([]);

/** Letters of these scripts have no use for zero-width characters between them. */
const HIDDEN_IN_WORD =
  /[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}][\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+[\p{L}\p{N}]|[\p{sc=Arab}\p{sc=Hebr}][\u200b\u2060-\u2064\ufeff]+[\p{L}\p{N}]/u;

/** The evasions of a word's bits, with what is hidden in the passage as it is written. */
export function evasionsOf(bits: number, matched: string): readonly Evasion[] {
  const all = HIDDEN_IN_WORD.test(matched) ? bits | 1 : bits;
  return all === 0 ? NONE : EVASIONS.filter((_, bit) => (all & (1 << bit)) !== 0);
}
