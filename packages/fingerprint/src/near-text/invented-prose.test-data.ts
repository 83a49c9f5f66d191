const SYLLABLES =
  'al ba ce do en fi gu ha il jo ka le mo na or pe qua ri sa to ul ve wi xa ya zo'.split(' ');

/** Mulberry32: a small seeded generator of numbers from 0 up to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A word of a language nobody speaks; the more common the shorter. */
export function inventedWord(random: () => number): string {
  const number = Math.floor(3000 * random() ** 3);
  const digits = [number % 26, Math.floor(number / 26) % 26, Math.floor(number / 676)];
  return digits
    .filter((digit, place) => place === 0 || digit > 0)
    .map((digit) => SYLLABLES[digit])
    .join('');
}

/** Words to a text of so many. */
export function inventedProse(words: number, random: () => number): string[] {
  return Array.from({ length: words }, () => inventedWord(random));
}

/** A share of the words put in place of others. */
export function withWordsChanged(
  words: readonly string[],
  share: number,
  random: () => number,
): string[] {
  const changed = [...words];
  const count = Math.max(1, Math.round(words.length * share));
  for (let done = 0; done < count; done++)
    changed[Math.floor(random() * words.length)] = inventedWord(random);
  return changed;
}

/** A share of the letters put in place of others. */
export function withTypos(text: string, share: number, random: () => number): string {
  return Array.from(text, (letter) =>
    letter !== ' ' && random() < share ? 'abcdefghijklmnop'[Math.floor(random() * 16)] : letter,
  ).join('');
}
