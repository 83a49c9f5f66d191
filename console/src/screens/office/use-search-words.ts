import { useNavigate, useRouterState } from '@tanstack/react-router';

/** What the address says after its question mark: filters and tabs, so that they can be shared and gone back to. */
export type SearchWords = Readonly<Record<string, string>>;

/**
 * Reads the search words of the address, and a function that changes some of them (null removes one)
 * in place, without a new entry in the history.
 */
export function useSearchWords(): readonly [
  SearchWords,
  (changes: Readonly<Record<string, string | null>>) => void,
] {
  const navigate = useNavigate();
  const words = useRouterState({
    select: (state) => wordsOf(state.location.search as Record<string, unknown>),
    structuralSharing: true,
  });
  return [
    words,
    (changes) => void navigate({ to: '.', search: changeWords(words, changes), replace: true }),
  ];
}

/** The words with the changes made; null removes one. */
export function changeWords(
  words: SearchWords,
  changes: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const all = Object.entries({ ...words, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The router reads numbers and the like out of an address; here all are words. */
export function wordsOf(search: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

/** The word when it is one of those known; null otherwise. */
export function oneOfWords<T extends string>(
  word: string | undefined,
  known: readonly T[],
): T | null {
  return known.find((each) => each === word) ?? null;
}
