import { foldText, openFoldBuffer } from './canonical-text.ts';
import { evasionsOf, type Evasion } from './evasion.ts';
import { SPACE } from './fold-table.ts';
import { originalEnd } from './original-span.ts';
import { AS_IT_IS, openWordList, readWords } from './read-words.ts';
import { textOfUnits } from './text-units.ts';
import { unmaskWords } from './unmask-words.ts';
import { buildWordTable } from './word-table.ts';

/** Text with what hides it undone, and where each of its units came from. */
export interface TextSkeleton {
  /** To be compared, not to be read. */
  readonly text: string;
  /** As those of `CanonicalText`. */
  readonly offsets: Uint32Array;
  /** What was undone in all, in the order of `Evasion`. */
  readonly undone: readonly Evasion[];
}

const buffer = openFoldBuffer();
const list = openWordList();
const noWords = buildWordTable([]);

/**
 * Canonical text in which look-alike letters are one letter, letters have no marks, digits and signs
 * inside words are the letters they stand for, and letters set apart are together again: two texts
 * that read the same to a person have one skeleton (after UTS 39, 4). What is written in no such way
 * changes too ("i" and "l" are one), so compare skeletons only with skeletons.
 *
 *     textSkeleton('j0in the fr\u043ent').text === textSkeleton('Join the Front').text
 */
export function textSkeleton(text: string): TextSkeleton {
  foldText(text, buffer);
  readWords(buffer.units, buffer.length, AS_IT_IS, noWords, list);
  const words = unmaskWords({ text, buffer, list }, false);
  const { units, begins, starts, ends } = words;
  const spaced = new Uint16Array(begins[words.count]! + words.count);
  const offsets = new Uint32Array(spaced.length + 1);
  let length = 0;
  let end = 0;
  for (let word = 0; word < words.count; word++) {
    if (begins[word] === begins[word + 1]) continue;
    // Words of scripts without spaces follow each other without one.
    const apart = word > 0 && starts[word]! > ends[word - 1]!;
    if (apart && length > 0) {
      spaced[length] = SPACE;
      // Two words may come of one character.
      offsets[length++] = Math.min(end, words.offsets[begins[word]!]!);
    }
    for (let at = begins[word]!; at < begins[word + 1]!; at++) {
      spaced[length] = units[at]!;
      offsets[length++] = words.offsets[at]!;
    }
    end = originalEnd(buffer, ends[word]!);
  }
  offsets[length] = end;
  return {
    text: textOfUnits(spaced, 0, length),
    offsets: offsets.slice(0, length + 1),
    undone: evasionsOf(words.all, text),
  };
}
