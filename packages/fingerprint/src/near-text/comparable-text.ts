import { SPACE } from '../fold-table.ts';
import { textSkeleton } from '../text-skeleton.ts';

/** What two texts are compared by: the units of their skeletons, without the spaces between words. */
export interface ComparableText {
  readonly units: Uint16Array;
  /** For each unit the UTF-16 offsets in the original where its character begins and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** A text's skeleton without spaces, so that words run together or taken apart are alike too. */
export function comparableText(text: string): ComparableText {
  const { text: skeleton, offsets } = textSkeleton(text);
  const units = new Uint16Array(skeleton.length);
  const starts = new Uint32Array(skeleton.length);
  const ends = new Uint32Array(skeleton.length);
  let length = skeleton.length;
  let end = offsets[skeleton.length]!;
  // From the end, where a character's end is the beginning of the one after it.
  for (let at = skeleton.length - 1; at >= 0; at--) {
    const unit = skeleton.charCodeAt(at);
    const start = offsets[at]!;
    if (offsets[at + 1]! > start) end = offsets[at + 1]!;
    if (unit === SPACE) continue;
    units[--length] = unit;
    starts[length] = start;
    ends[length] = end;
  }
  return {
    units: units.subarray(length),
    starts: starts.subarray(length),
    ends: ends.subarray(length),
  };
}
