/** What can be written into the field. */
export type Written = 'hash' | 'url' | 'text';

const hash = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}(?:,\d{1,3})?|T1[0-9a-f]{70})$/i;
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
