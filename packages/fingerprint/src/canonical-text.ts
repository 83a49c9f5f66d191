import {
  ATTACH,
  COMPLEX,
  DROP,
  FOLD,
  SEGMENT_LIMIT,
  SPACE,
  attaches,
  classify,
  foldSegment,
  isDropped,
  isInWord,
} from './fold-table.ts';
import { textOfUnits, unitsOf } from './text-units.ts';

/** Text in the form it is compared in, and where each of its units came from. */
export interface CanonicalText {
  readonly text: string;
  /**
   * For each UTF-16 unit of `text`, the UTF-16 offset in the original of the character it came
   * from; one more entry at the end says where the last word ends. Never decreasing.
   */
  readonly offsets: Uint32Array;
}

/** Canonical units, with a space after the last, and offsets, in arrays that grow and are used again. */
export interface FoldBuffer {
  units: Uint16Array;
  offsets: Uint32Array;
  length: number;
}

/** Room to fold into. A caller that folds much keeps one. */
export function openFoldBuffer(capacity = 1024): FoldBuffer {
  const units = new Uint16Array(capacity + 1);
  return { units, offsets: new Uint32Array(capacity + 1), length: 0 };
}

function grow(buffer: FoldBuffer, needed: number): void {
  if (buffer.units.length > needed) return;
  const capacity = Math.max(needed, buffer.units.length * 2);
  const units = new Uint16Array(capacity + 1);
  const offsets = new Uint32Array(capacity + 1);
  units.set(buffer.units.subarray(0, buffer.length));
  offsets.set(buffer.offsets.subarray(0, buffer.length));
  buffer.units = units;
  buffer.offsets = offsets;
}

/** DROP, ATTACH or something else, of the code point at an offset. */
function classAt(text: string, at: number, width: number): number {
  const unit = text.charCodeAt(at);
  if (width === 1) return FOLD[unit] || classify(unit);
  const character = text.slice(at, at + width);
  if (isDropped(character)) return DROP;
  return attaches(character) ? ATTACH : COMPLEX;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Folded segments met before; marks and Hangul repeat, and folding one anew is slow. */
const settledSegments = new Map<string, string>();

function settled(segment: string): string {
  const known = settledSegments.get(segment);
  if (known !== undefined) return known;
  if (settledSegments.size >= 16_384) settledSegments.clear();
  const folded = foldSegment(segment);
  settledSegments.set(segment, folded);
  return folded;
}

/** Appends a folded segment, all of it at one original offset. */
function emit(buffer: FoldBuffer, folded: string, offset: number): void {
  let { length } = buffer;
  for (let at = 0; at < folded.length;) {
    const width = widthAt(folded, at);
    const unit = folded.charCodeAt(at);
    const entry = width === 1 ? FOLD[unit] || classify(unit) : COMPLEX;
    const inWord =
      entry === ATTACH ||
      (entry === COMPLEX ? isInWord(folded.slice(at, at + width)) : entry !== SPACE);
    if (inWord) {
      for (let k = at; k < at + width; k++) {
        buffer.units[length] = folded.charCodeAt(k);
        buffer.offsets[length++] = offset;
      }
    } else if (length > 0 && buffer.units[length - 1] !== SPACE) {
      buffer.units[length] = SPACE;
      buffer.offsets[length++] = offset;
    }
    at += width;
  }
  buffer.length = length;
}

/**
 * Folds the character at `start` with all that attaches to it; returns where the next begins.
 * Marks past the limit are skipped, so that hostile stacks of marks cost no more than their
 * length.
 */
function foldAttached(text: string, start: number, buffer: FoldBuffer): number {
  let end = start + widthAt(text, start);
  let segment = text.slice(start, end);
  while (end < text.length) {
    const width = widthAt(text, end);
    const kind = classAt(text, end, width);
    if (kind !== ATTACH && kind !== DROP) break;
    if (kind === ATTACH && segment.length + width <= SEGMENT_LIMIT) {
      segment += text.slice(end, end + width);
    }
    end += width;
  }
  const folded = settled(segment);
  grow(buffer, buffer.length + folded.length + (text.length - end) + 1);
  emit(buffer, folded, start);
  return end;
}

/**
 * Folds from `at` as long as every unit folds by itself; returns where that ends. A loop of its
 * own, over nothing but arrays, because nearly all text is done with here.
 */
function foldRun(written: Uint16Array, from: number, until: number, buffer: FoldBuffer): number {
  const { units, offsets } = buffer;
  let { length } = buffer;
  let last = length > 0 ? units[length - 1]! : SPACE;
  let at = from;
  for (; at < until; at++) {
    const entry = FOLD[written[at]!]!;
    if (entry < SPACE) break;
    if (entry !== SPACE || last !== SPACE) {
      units[length] = entry;
      offsets[length++] = at;
    }
    last = entry;
  }
  buffer.length = length;
  return at;
}

/** Folds `text` into `buffer`, replacing what it held. Linear in the length of the text. */
export function foldText(text: string, buffer: FoldBuffer): void {
  buffer.length = 0;
  grow(buffer, text.length + 1);
  const written = unitsOf(text);
  // Where the last character that others may attach to begins, in the original and here.
  let base = 0;
  let lengthAtBase = 0;
  for (let at = 0; ;) {
    const next = foldRun(written, at, text.length, buffer);
    if (next > at) {
      base = next - 1;
      const emitted = buffer.length > 0 && buffer.offsets[buffer.length - 1] === base;
      lengthAtBase = emitted ? buffer.length - 1 : buffer.length;
    }
    at = next;
    if (at === text.length) break;
    const entry = FOLD[written[at]!] || classify(written[at]!);
    if (entry === DROP) at++;
    if (entry === DROP || entry >= SPACE) continue;
    const width = widthAt(text, at);
    const kind = classAt(text, at, width);
    if (kind === DROP) {
      at += width;
      continue;
    }
    if (kind === ATTACH) buffer.length = lengthAtBase;
    else base = at;
    lengthAtBase = buffer.length;
    at = foldAttached(text, base, buffer);
  }
  const { units, offsets } = buffer;
  let { length } = buffer;
  let end = text.length;
  if (length > 0 && units[length - 1] === SPACE) {
    length--;
    // A character that folds to letter and space (a parenthesised digit) ends after itself.
    const space = offsets[length] ?? end;
    if (length === 0 || space > (offsets[length - 1] ?? 0)) end = space;
  }
  offsets[length] = end;
  units[length] = SPACE;
  buffer.length = length;
}

const shared = openFoldBuffer();

/**
 * The form text is compared in: NFKC (UAX 15) and case folded; zero-width and bidi controls,
 * tatweel, harakat and enclosing marks gone; interchangeable Arabic letters made one; every run
 * of white space, punctuation and symbols one space; no space at either end. Idempotent.
 *
 *     canonicalText('The  “Grey‑Heron” Front!').text   // 'the grey heron front'
 */
export function canonicalText(text: string): CanonicalText {
  foldText(text, shared);
  const { units, offsets, length } = shared;
  return { text: textOfUnits(units, 0, length), offsets: offsets.slice(0, length + 1) };
}
