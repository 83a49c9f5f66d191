import { canonicalText } from '../canonical-text.ts';
import { SPACE } from '../fold-table.ts';

/** What two texts are compared by: canonical units without the spaces between words. */
export interface ComparableText {
  readonly units: Uint16Array;
  /** For each unit the UTF-16 offsets in the original where its character begins and ends. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Canonical text without spaces, so that letters set apart and words run together are alike. */
export function comparableText(text: string): ComparableText {
  const { text: canonical, offsets } = canonicalText(text);
  const units = new Uint16Array(canonical.length);
  const starts = new Uint32Array(canonical.length);
  const ends = new Uint32Array(canonical.length);
  let length = canonical.length;
  let end = offsets[canonical.length]!;
  // From the end, where a character's end is the beginning of the one after it.
  for (let at = canonical.length - 1; at >= 0; at--) {
    const unit = canonical.charCodeAt(at);
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
