/** What can be written into the field. */
export type Written = 'hash' | 'url' | 'text';

/** Also of a length no hash has: one that was cut off is refused, and not looked for as a word. */
const hash = /^(?:T1)?[0-9a-f]{24,}(?:,\d{1,3})?$/i;
const scheme = /^(?:h(?:tt|xx)ps?|ftp)(?::|\[:\])\/\//i;
const host =
  /^[\p{L}\p{N}-]+(?:(?:\.|\[\.\]|\(\.\))[\p{L}\p{N}-]+)*(?:\.|\[\.\]|\(\.\))\p{L}{2,}(?:[/?#:]|$)/u;

/** What somebody most likely pasted. It is only a proposal: they can say otherwise. */
export function guessWritten(value: string): Written {
  const plain = value.trim();
  if (hash.test(plain)) return 'hash';
  if (/\s/.test(plain)) return 'text';
  return scheme.test(plain) || host.test(plain) ? 'url' : 'text';
}
