/**
 * Where words part without a space. Chinese, Japanese, Thai, Lao, Khmer and Burmese are written
 * without spaces, so any place between two of their characters may be the edge of a name;
 * Katakana words are unbroken runs.
 */

const SPACED = 1;
const UNSPACED = 2;
const KATAKANA = 3;
const UNSPACED_MARK = 4;

const UNSPACED_SCRIPT =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
const KATAKANA_SCRIPT = /\p{Script=Katakana}|ー/u;
const MARK = /\p{M}/u;

/** The first unit any of these scripts uses (Thai); everything below is spaced. */
export const FIRST_UNSPACED = 0x0e00;

const classes = new Uint8Array(0x10000);

function classOf(unit: number): number {
  const known = classes[unit];
  if (known) return known;
  const character = String.fromCharCode(unit);
  let found = SPACED;
  if (KATAKANA_SCRIPT.test(character)) found = KATAKANA;
  else if (UNSPACED_SCRIPT.test(character)) found = MARK.test(character) ? UNSPACED_MARK : UNSPACED;
  classes[unit] = found;
  return found;
}

/** True when a word may end at `before` and another begin at `after` with no space between. */
export function gapBetween(before: number, after: number): boolean {
  if (before < FIRST_UNSPACED && after < FIRST_UNSPACED) return false;
  const left = classOf(before);
  const right = classOf(after);
  if (right === UNSPACED_MARK) return false;
  return left === UNSPACED || left === UNSPACED_MARK || left !== right;
}

/** True when the text holds a character of a script written without spaces. */
export function hasUnspaced(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_UNSPACED && classOf(unit) !== SPACED) return true;
  }
  return false;
}
