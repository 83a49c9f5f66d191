import type { FoldBuffer } from './canonical-text.ts';

/** Where the character that holds canonical unit `end - 1` ends in the original. */
export function originalEnd({ offsets, length }: FoldBuffer, end: number): number {
  const last = offsets[end - 1];
  let at = end;
  while (at < length && offsets[at] === last) at++;
  return offsets[at]!;
}

/** True when a match would begin or end inside one original character ("㎏" is "kg"). */
export function splitsCharacter(
  { offsets, length }: FoldBuffer,
  start: number,
  end: number,
): boolean {
  return (
    (start > 0 && offsets[start - 1] === offsets[start]) ||
    (end < length && offsets[end - 1] === offsets[end])
  );
}
