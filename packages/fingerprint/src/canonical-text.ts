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

/** Text in the form it is compared in, and where each of its units came from. */
export interface CanonicalText {
  readonly text: string;
  /**
   * For each UTF-16 unit of `text`, the UTF-16 offset in the original of the character it came
   * from; one more entry at the end says where the last word ends. Never decreasing.
   */
  readonly offsets: Uint32Array;
}

/** Canonical units and offsets in arrays that grow and are used again. */
export interface FoldBuffer {
  units: Uint16Array;
  offsets: Uint32Array;
  length: number;
}

/** Room to fold into. A caller that folds much keeps one. */
export function openFoldBuffer(capacity = 1024): FoldBuffer {
  return { units: new Uint16Array(capacity), offsets: new Uint32Array(capacity + 1), length: 0 };
}

function grow(buffer: FoldBuffer, needed: number): void {
  if (buffer.units.length >= needed) return;
  const capacity = Math.max(needed, buffer.units.length * 2);
  const units = new Uint16Array(capacity);
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

/** Folds `text` into `buffer`, replacing what it held. Linear in the length of the text. */
export function foldText(text: string, buffer: FoldBuffer): void {
  buffer.length = 0;
  grow(buffer, text.length + 1);
  let { units, offsets } = buffer;
  let length = 0;
  // Where the last character that others may attach to begins, in the original and here.
  let base = 0;
  let lengthAtBase = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const entry = FOLD[unit] || classify(unit);
    if (entry >= SPACE) {
      base = at;
      lengthAtBase = length;
      if (entry !== SPACE || (length > 0 && units[length - 1] !== SPACE)) {
        units[length] = entry;
        offsets[length++] = at;
      }
      at++;
    } else if (entry === DROP) {
      at++;
    } else {
      const width = widthAt(text, at);
      const kind = classAt(text, at, width);
      if (kind === DROP) {
        at += width;
        continue;
      }
      if (kind === ATTACH) length = lengthAtBase;
      else base = at;
      lengthAtBase = length;
      buffer.length = length;
      at = foldAttached(text, base, buffer);
      ({ units, offsets, length } = buffer);
    }
  }
  let end = text.length;
  if (length > 0 && units[length - 1] === SPACE) {
    length--;
    // A character that folds to letter and space (a parenthesised digit) ends after itself.
    const space = offsets[length] ?? end;
    if (length === 0 || space > (offsets[length - 1] ?? 0)) end = space;
  }
  offsets[length] = end;
  buffer.length = length;
}

/** The folded units of a buffer as a string, from one position to another. */
export function foldedSlice(buffer: FoldBuffer, start: number, end: number): string {
  let text = '';
  // In pieces: arguments of one call live on the stack.
  for (let at = start; at < end; at += 8192) {
    text += String.fromCharCode(...buffer.units.subarray(at, Math.min(end, at + 8192)));
  }
  return text;
}

/**
 * The form text is compared in: NFKC (UAX 15) and case folded; zero-width and bidi controls,
 * tatweel, harakat and enclosing marks gone; interchangeable Arabic letters made one; every run
 * of white space, punctuation and symbols one space; no space at either end. Idempotent.
 *
 *     canonicalText('The  “Grey‑Heron” Front!').text   // 'the grey heron front'
 */
export function canonicalText(text: string): CanonicalText {
  const buffer = openFoldBuffer(text.length + 16);
  foldText(text, buffer);
  return {
    text: foldedSlice(buffer, 0, buffer.length),
    offsets: buffer.offsets.slice(0, buffer.length + 1),
  };
}
