/**
 * The codewords of a QR code (ISO/IEC 18004:2024): bytes, error correction level M, versions 1 to 15.
 * Enough for 412 bytes; a key URI takes some 150.
 */

/** Table 9, level M: error correction codewords per block, and blocks, by version from 1. */
const correctionPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
export const highestVersion = blocks.length;

/** How the codewords of a version are shared out. Earlier blocks are one data codeword shorter than later ones. */
export interface Shares {
  correction: number;
  blocks: number;
  /** Data codewords of each of the first `short` blocks. */
  shortData: number;
  short: number;
}

export function sharesOf(version: number): Shares {
  const correction = correctionPerBlock[version - 1] ?? 0;
  const count = blocks[version - 1] ?? 1;
  const total = Math.floor(dataModules(version) / 8);
  const perBlock = Math.floor(total / count);
  return {
    correction,
    blocks: count,
    shortData: perBlock - correction,
    short: count - (total % count),
  };
}

/** Modules left for codewords once patterns, format and version are drawn (clause 7.1, table 1). */
function dataModules(version: number): number {
  const size = 17 + 4 * version;
  const lines = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const alignments = version === 1 ? 0 : lines * lines - 3;
  // Those on a timing line share five modules with it.
  const onTiming = version === 1 ? 0 : 2 * (lines - 2);
  const finders = 3 * 64;
  const timing = 2 * (size - 16);
  const format = 31;
  const versionInformation = version >= 7 ? 36 : 0;
  return (
    size * size - finders - timing - format - versionInformation - alignments * 25 + onTiming * 5
  );
}

/** The smallest version that holds so many bytes. Null when none of ours does. */
export function versionFor(bytes: number): number | null {
  for (let version = 1; version <= highestVersion; version++) {
    const { blocks: count, short, shortData } = sharesOf(version);
    const room = count * shortData + (count - short);
    const header = 4 + lengthBits(version);
    if (Math.ceil((header + 8 * bytes) / 8) <= room) return version;
  }
  return null;
}

const lengthBits = (version: number) => (version < 10 ? 8 : 16);

/** Data and error correction codewords in the order they are drawn (clause 7.6). */
export function codewordsOf(text: Uint8Array, version: number): Uint8Array {
  const shares = sharesOf(version);
  const data = dataCodewords(text, version, shares);
  const parts: { data: Uint8Array; correction: Uint8Array }[] = [];
  let from = 0;
  for (let block = 0; block < shares.blocks; block++) {
    const part = data.subarray(from, (from += shares.shortData + (block < shares.short ? 0 : 1)));
    parts.push({ data: part, correction: correctionOf(part, shares.correction) });
  }
  const drawn: number[] = [];
  for (let at = 0; at <= shares.shortData; at++)
    for (const part of parts) if (at < part.data.length) drawn.push(part.data[at] ?? 0);
  for (let at = 0; at < shares.correction; at++)
    for (const part of parts) drawn.push(part.correction[at] ?? 0);
  return Uint8Array.from(drawn);
}

function dataCodewords(text: Uint8Array, version: number, shares: Shares): Uint8Array {
  const room = shares.blocks * shares.shortData + (shares.blocks - shares.short);
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  put(0b0100, 4); // byte mode
  put(text.length, lengthBits(version));
  for (const byte of text) put(byte, 8);
  put(0, Math.min(4, room * 8 - bits.length)); // terminator
  put(0, -bits.length & 7);
  for (let pad = 0xec; bits.length < room * 8; pad ^= 0xfd) put(pad, 8); // 236, 17, 236, …
  return Uint8Array.from({ length: room }, (_byte, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** Product in GF(256) with the polynomial 0x11d (clause 7.5.2). */
export function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    if ((b >>> bit) & 1) product ^= a;
  }
  return product;
}

/** Reed-Solomon remainder of a block (clause 7.5.2). */
export function correctionOf(data: Uint8Array, length: number): Uint8Array {
  const generator = new Uint8Array(length);
  generator[length - 1] = 1;
  let root = 1;
  for (let degree = 0; degree < length; degree++) {
    for (let at = 0; at < length; at++)
      generator[at] = multiply(generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0);
    root = multiply(root, 2);
  }
  const remainder = new Uint8Array(length);
  for (const byte of data) {
    const factor = byte ^ (remainder[0] ?? 0);
    remainder.copyWithin(0, 1);
    remainder[length - 1] = 0;
    for (let at = 0; at < length; at++)
      remainder[at] = (remainder[at] ?? 0) ^ multiply(generator[at] ?? 0, factor);
  }
  return remainder;
}
