import { codewordsOf, versionFor } from './qr-codewords.ts';

/** Modules of a QR code, row by row; true is dark. */
export type Modules = readonly (readonly boolean[])[];

/** A QR code being drawn: what is set, and what no mask may touch. */
interface Sheet {
  size: number;
  dark: boolean[][];
  fixed: boolean[][];
}

/** The QR code of a text (ISO/IEC 18004:2024, byte mode, level M); null when the text is too long. */
export function qrModules(text: string): Modules | null {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  if (version === null) return null;
  const size = 17 + 4 * version;
  const plain = (): boolean[][] =>
    Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const sheet: Sheet = { size, dark: plain(), fixed: plain() };
  drawPatterns(sheet, version);
  drawCodewords(sheet, codewordsOf(bytes, version));
  const candidates = masks.map((_mask, at) => masked(sheet, at));
  const penalties = candidates.map(penaltyOf);
  return candidates[penalties.indexOf(Math.min(...penalties))] ?? null;
}

function set(sheet: Sheet, x: number, y: number, dark: boolean): void {
  const row = sheet.dark[y];
  const fixed = sheet.fixed[y];
  if (!row || !fixed || x < 0 || x >= sheet.size) return;
  row[x] = dark;
  fixed[x] = true;
}

function drawPatterns(sheet: Sheet, version: number): void {
  const { size } = sheet;
  for (let at = 0; at < size; at++) {
    set(sheet, at, 6, at % 2 === 0);
    set(sheet, 6, at, at % 2 === 0);
  }
  const lines = alignmentLines(version);
  const last = lines.length - 1;
  for (const [i, x] of lines.entries())
    for (const [j, y] of lines.entries()) {
      const atFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!atFinder) drawRings(sheet, x, y, 2);
    }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawRings(sheet, x, y, 4);
  drawFormat(sheet, 0); // holds the place
  if (version >= 7) drawVersion(sheet, version);
}

/** Squares around a centre: dark middle, light ring, dark ring; reach 4 adds the light separator. */
function drawRings(sheet: Sheet, x: number, y: number, reach: number): void {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(sheet, x + dx, y + dy, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
    }
}

/** Rows and columns of the alignment patterns (annex E). */
function alignmentLines(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const end = 10 + 4 * version;
  const step = Math.ceil((end - 6) / (count - 1) / 2) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_line, at) => end - step * (count - 2 - at))];
}

/** BCH remainder of a value by a generator. */
function remainder(value: number, bits: number, generator: number): number {
  const degree = 31 - Math.clz32(generator);
  let rest = value << degree;
  for (let bit = bits + degree - 1; bit >= degree; bit--)
    if ((rest >>> bit) & 1) rest ^= generator << (bit - degree);
  return rest;
}

/** The fifteen bits of level M with a mask (clause 7.9). */
export function formatBits(mask: number): number {
  return ((mask << 10) | remainder(mask, 5, 0x537)) ^ 0x5412;
}

/** The eighteen bits of a version from 7 on (clause 7.10). */
export function versionBits(version: number): number {
  return (version << 12) | remainder(version, 6, 0x1f25);
}

function drawFormat(sheet: Sheet, mask: number): void {
  const { size } = sheet;
  const bits = formatBits(mask);
  const bit = (at: number) => ((bits >>> at) & 1) === 1;
  for (let at = 0; at < 6; at++) set(sheet, 8, at, bit(at));
  set(sheet, 8, 7, bit(6));
  set(sheet, 8, 8, bit(7));
  set(sheet, 7, 8, bit(8));
  for (let at = 9; at < 15; at++) set(sheet, 14 - at, 8, bit(at));
  for (let at = 0; at < 8; at++) set(sheet, size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at++) set(sheet, 8, size - 15 + at, bit(at));
  set(sheet, 8, size - 8, true);
}

function drawVersion(sheet: Sheet, version: number): void {
  const bits = versionBits(version);
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >>> at) & 1) === 1;
    const [along, across] = [Math.floor(at / 3), sheet.size - 11 + (at % 3)];
    set(sheet, across, along, dark);
    set(sheet, along, across, dark);
  }
}

/** Draws the bits in columns two wide, up and down from the right, around what is fixed (clause 7.7.3). */
function drawCodewords({ size, dark, fixed }: Sheet, codewords: Uint8Array): void {
  let bit = 0;
  for (const [x, y] of zigzag(size)) {
    const row = dark[y];
    if (!row || fixed[y]?.[x]) continue;
    row[x] = (((codewords[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
    bit++;
  }
}

/** All places but the vertical timing line, in the order that bits are drawn. */
export function* zigzag(size: number): Generator<readonly [x: number, y: number]> {
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = upwards ? size - 1 - step : step;
      yield [right, y];
      yield [right - 1, y];
    }
    upwards = !upwards;
  }
}

/** Where each mask turns a module over (table 10). */
export const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function masked(sheet: Sheet, at: number): boolean[][] {
  const turns = masks[at];
  const dark = sheet.dark.map((row, y) =>
    row.map((module, x) => (sheet.fixed[y]?.[x] || !turns?.(x, y) ? module : !module)),
  );
  drawFormat({ ...sheet, dark, fixed: sheet.fixed.map((row) => [...row]) }, at);
  return dark;
}

/** How hard a code is to read: long runs, blocks, false finders, uneven darkness (clause 7.8.3). */
function penaltyOf(rows: Modules): number {
  const size = rows.length;
  const columns = rows.map((_row, x) => rows.map((row) => row[x] ?? false));
  let penalty = 0;
  for (const line of [...rows, ...columns]) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('');
    for (const [run] of text.matchAll(/1{5,}|0{5,}/g)) penalty += run.length - 2;
    penalty += 40 * [...text.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let y = 1; y < size; y++)
    for (let x = 1; x < size; x++) {
      const one = rows[y]?.[x];
      if (rows[y - 1]?.[x] === one && rows[y]?.[x - 1] === one && rows[y - 1]?.[x - 1] === one)
        penalty += 3;
    }
  const darkShare = rows.flat().filter(Boolean).length / (size * size);
  return penalty + 10 * Math.floor(Math.abs(darkShare - 0.5) * 20);
}
