/**
 * What each UTF-16 unit becomes in canonical text, worked out once per unit and then looked up.
 *
 * A table entry is the folded unit itself, or one of the marks below (all smaller than a letter).
 */

/** Leaves no trace: zero-width and bidi controls, tatweel, harakat, variation selectors. */
export const DROP = 1;
/** Folds to several units, or is half of a surrogate pair. */
export const COMPLEX = 2;
/** May combine with or reorder around the character before it. */
export const ATTACH = 3;
/** A boundary between words. */
export const SPACE = 32;

/** Harakat and Quranic marks are optional in writing; enclosing marks are decoration. */
const DROPPED =
  // oxlint-disable-next-line no-misleading-character-class -- marks are listed one by one here
  /[\p{Default_Ignorable_Code_Point}\p{Me}\u0640\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/u;
const ALL_DROPPED = new RegExp(DROPPED.source, 'gu');

/** Modifier letters used as apostrophes (Qaʼida, Qaʿida) part words as the apostrophe does. */
const IN_WORD = /^(?![\u02b9-\u02bf])[\p{L}\p{M}\p{N}]/u;

/**
 * Letters keyboards interchange, as Lucene's ArabicNormalizer folds them, with the Persian and
 * Urdu forms of yeh and kaf beside them.
 */
const ARABIC_TWINS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const ARABIC_TWIN = /[أإآٱىیکة]/gu;

/**
 * Characters with combining class 0 that still compose with the one before (Unicode
 * DerivedNormalizationProps, NFC_Quick_Check=Maybe). The exhaustive test recomputes them.
 */
const COMPOSES_BACK =
  // oxlint-disable-next-line no-misleading-character-class -- marks are listed one by one here
  /^[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2\u1b35\u{16d63}\u{16d67}-\u{16d6a}]/u;
const ASTRAL_MARK = /^(?=[\u{10000}-\u{10ffff}])\p{M}/u;
const MARK = /^\p{M}/u;

/** One character with more marks than this is not writing (UAX 15, Stream-Safe Text: 30). */
export const SEGMENT_LIMIT = 32;

function withoutDropped(text: string): string {
  return text.replace(ALL_DROPPED, '');
}

/** Upper then lower case is Unicode's full case folding but for a few letters put right here. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i');
}

function foldOnce(text: string): string {
  const composed = withoutDropped(text).normalize('NFKC');
  const folded = foldCase(composed).replace(
    ARABIC_TWIN,
    (letter) => ARABIC_TWINS[letter] ?? letter,
  );
  const settled = withoutDropped(folded.normalize('NFKC'));
  if (settled.length <= SEGMENT_LIMIT) return settled;
  const last = settled.charCodeAt(SEGMENT_LIMIT - 1);
  const splitsPair = last >= 0xd800 && last < 0xdc00;
  return settled.slice(0, splitsPair ? SEGMENT_LIMIT - 1 : SEGMENT_LIMIT);
}

/** Folds one character and its marks until folding changes nothing more. */
export function foldSegment(segment: string): string {
  let before = segment;
  for (let round = 0; round < 8; round++) {
    const after = foldOnce(before);
    if (after === before) break;
    before = after;
  }
  return before;
}

/** The combining class is not exposed; whether a mark moves past marks of class 1 and 230 is. */
function reorders(mark: string): boolean {
  const low = mark + '\u0334';
  const high = '\u0301' + mark;
  return low.normalize('NFD') !== low || high.normalize('NFD') !== high;
}

/** True when the character may combine with, or move around, the one before it. */
export function attaches(character: string): boolean {
  const first = withoutDropped(character.normalize('NFKD'));
  if (COMPOSES_BACK.test(first) || ASTRAL_MARK.test(first)) return true;
  return MARK.test(first) && reorders(String.fromCodePoint(first.codePointAt(0) ?? 0));
}

/** True when the character belongs to a word; false when it parts words. */
export function isInWord(character: string): boolean {
  return IN_WORD.test(character);
}

/** True for characters that leave no trace. */
export function isDropped(character: string): boolean {
  return DROPPED.test(character);
}

/** Entry per UTF-16 unit; 0 is "not worked out yet". */
export const FOLD = new Uint16Array(0x10000);

/** Works out and remembers the entry of one unit. */
export function classify(unit: number): number {
  const entry = entryOf(unit);
  FOLD[unit] = entry;
  return entry;
}

function entryOf(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return COMPLEX;
  const character = String.fromCharCode(unit);
  if (isDropped(character)) return DROP;
  if (attaches(character)) return ATTACH;
  const folded = foldSegment(character);
  if (folded === '') return DROP;
  if (folded.length > 1) return COMPLEX;
  return isInWord(folded) ? folded.charCodeAt(0) : SPACE;
}

for (let unit = 0; unit < 128; unit++) classify(unit);
