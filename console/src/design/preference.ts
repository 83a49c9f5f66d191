import { useSyncExternalStore } from 'react';

const prefix = 'commonweal.';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Reads a preference of this browser; null when unset, unknown, or storage is closed to us. */
export function readPreference<T extends string>(name: string, known: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(prefix + name);
    return known.find((option) => option === value) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a preference in this browser and tells every component that shows it. */
export function keepPreference(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** A preference of this browser, kept across visits and tabs. Holds no personal data. */
export function usePreference<T extends string>(
  name: string,
  known: readonly T[],
  otherwise: T,
): readonly [T, (value: T) => void] {
  const value = useSyncExternalStore(subscribe, () => readPreference(name, known) ?? otherwise);
  return [value, (next: T) => keepPreference(name, next)];
}
