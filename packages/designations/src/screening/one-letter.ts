import { longestWord } from './sound-distance.ts';

/** Writes the letters of a word where they are compared from. @returns how many they are */
export function encodeLetters(text: string, into: Uint16Array, at: number): number {
  const length = Math.min(text.length, longestWord);
  for (let place = 0; place < length; place++) into[at + place] = text.charCodeAt(place);
  return length;
}

/**
 * Whether words of three letters or more, one of them of four, have one letter more, less, other or
 * changed about: the `length` letters from `start` in each. Words that are the same are not told apart.
 */
export function oneLetterApart(
  one: Uint16Array,
  startOne: number,
  lengthOne: number,
  other: Uint16Array,
  startOther: number,
  lengthOther: number,
): boolean {
  const short = Math.min(lengthOne, lengthOther);
  const long = Math.max(lengthOne, lengthOther);
  if (short < 3 || long < 4 || long - short > 1) return false;
  let start = 0;
  while (start < short && one[startOne + start] === other[startOther + start]) start++;
  const [endOne, endOther] = [startOne + lengthOne - 1, startOther + lengthOther - 1];
  let end = 0;
  while (end < short - start && one[endOne - end] === other[endOther - end]) end++;
  const left = long - start - end;
  if (left <= 1) return true;
  const [a, b] = [startOne + start, startOther + start];
  return left === 2 && short === long && one[a] === other[b + 1] && one[a + 1] === other[b];
}
