/** Least length the contract takes. */
export const leastLength = 12;

/** `short`: refused. `guessable`: long enough, and easy to guess. `fair` and `good`: how long it is. */
export type Strength = 'empty' | 'short' | 'guessable' | 'fair' | 'good';

/**
 * How hard a password is to guess, by what counts most: its length, that it is not one thing
 * repeated, and that it is not made of what others know of the person (NIST SP 800-63B 3.1.1).
 */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  const length = Array.from(password).length;
  if (length === 0) return 'empty';
  if (length < leastLength) return 'short';
  const plain = password.toLowerCase();
  if (new Set(plain).size < 6 || isRow(plain)) return 'guessable';
  const left = known
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4)
    .reduce((text, word) => text.replaceAll(word, ''), plain);
  if (left.length < 8) return 'guessable';
  return length >= 18 ? 'good' : 'fair';
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether most of it runs along the alphabet, the digits or the keyboard. */
function isRow(plain: string): boolean {
  let steps = 0;
  for (let at = 1; at < plain.length; at += 1) {
    if (rows.some((row) => row.includes(plain.slice(at - 1, at + 1)))) steps += 1;
  }
  return steps > plain.length * 0.7;
}
