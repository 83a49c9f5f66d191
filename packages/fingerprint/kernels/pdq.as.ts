/**
 * PDQ image hashes of RGB pixels, handed over in bands of rows. The steps are in pdq/; src/pdq/
 * calls this and holds it to plain TypeScript.
 *
 * There are two references. "Full resolution" hashes every pixel; the "tool" hashes 512 x 512 of
 * them, each the nearest, when a side is longer than 512. Both are made in one pass over the bands.
 */
import {
  BLOCK,
  FREQUENCIES,
  HASHES,
  hashDihedral,
  hashOriginal,
  prepareCosines,
  qualityOfBlock,
  transform,
} from './pdq/dct.as';
import { Blur, TOGETHER, layOut, spaceFor } from './pdq/blur.as';
import { filterRows, finishBlur, stepDown } from './pdq/filter.as';
import { lumaOfPickedRows, lumaOfRows } from './pdq/luma.as';

/** The side that the tool cuts pictures down to. */
const TOOL_SIDE = 512;
/** A band has about so many bytes: small enough to stay in the cache, large enough to be worth a call. */
const BAND: i32 = 1 << 18;

const full = changetype<Blur>(memory.data(offsetof<Blur>(), 16));
const tool = changetype<Blur>(memory.data(offsetof<Blur>(), 16));
/** Offsets in a row of the pixels that the tool takes, in bytes; and eight rows that it takes. */
const COLUMNS = memory.data(TOOL_SIDE * 4, 16);
const PICKED = memory.data(TOGETHER * 4, 16);

let withFull: bool = false;
let withTool: bool = false;
/** 64 x 64 is not blurred (as the reference, since frames of videos may come in that size). */
let unblurred: bool = false;
let band: usize = 0;
let bandRows: i32 = 0;
let rowsSeen: i32 = 0;
let toolRow: i32 = 0;

prepareCosines();

/**
 * Begins a picture of 5 x 5 pixels or more. Gives the address where bands of it are to be put, or 0
 * when there is no memory for it. The memory may have grown.
 */
export function begin(width: i32, height: i32, wantsFull: bool, wantsTool: bool): usize {
  const cut = width > TOOL_SIDE || height > TOOL_SIDE;
  withTool = wantsTool && cut;
  withFull = wantsFull || !cut;
  unblurred = width == 64 && height == 64;
  const stride = <usize>width * 3;
  bandRows = max(TOGETHER, BAND / (width * 3) & ~(TOGETHER - 1));

  let free = (__heap_base + 15) & ~15;
  const bandBytes = (stride * <usize>bandRows + 32 + 15) & ~15;
  let needed = free + bandBytes;
  if (withFull) needed += spaceFor(width, height);
  if (withTool) needed += spaceFor(TOOL_SIDE, TOOL_SIDE);
  const pages = <i32>((needed + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;

  band = free;
  free += bandBytes;
  full.width = width;
  full.height = height;
  if (withFull) free = layOut(full, width, height, free);
  if (withTool) {
    layOut(tool, TOOL_SIDE, TOOL_SIDE, free);
    for (let x = 0; x < TOOL_SIDE; x++)
      store<u32>(COLUMNS + (<usize>x << 2), <u32>((x * width) >> 9) * 3);
  }
  rowsSeen = 0;
  toolRow = 0;
  return band;
}

/** How many rows a band has: a multiple of eight; the last one of a picture may have fewer. */
export function rowsOfBand(): i32 {
  return bandRows;
}

/** Takes in the band that was put into place: its first `rows` rows. */
export function takeBand(rows: i32): void {
  if (withFull) {
    const stride = <usize>full.width * 3;
    for (let row = 0; row < rows; row += TOGETHER) {
      const count = min(TOGETHER, rows - row);
      lumaOfRows(full, band + stride * <usize>row, count);
      if (unblurred) keepUnblurred(rowsSeen + row);
      else takeRows(full, count);
    }
  }
  rowsSeen += rows;
  if (withTool) {
    while (toolRow < TOOL_SIDE && sourceOf(toolRow) < rowsSeen) takePicked(rowsSeen - rows);
  }
}

/**
 * When all bands are in: the hash of the full resolution or of the tool, or eight of them, to
 * HASHES. Gives the quality, 0 to 100. Either variant can be asked for again and in any order.
 */
export function hashVariant(ofTool: bool, dihedral: bool): i32 {
  if (unblurred) memory.copy(BLOCK, full.block, 64 * 64 * 4);
  else finishBlur(ofTool && withTool ? tool : full);
  transform();
  if (dihedral) hashDihedral();
  else hashOriginal();
  return qualityOfBlock();
}

/** Where 16 x 16 frequencies are found, as float32 row by row. */
export function frequenciesAt(): usize {
  return FREQUENCIES;
}

/** Where one or eight hashes of 32 bytes are found. */
export function hashesAt(): usize {
  return HASHES;
}

function takeRows(blur: Blur, count: i32): void {
  filterRows(blur, blur.step);
  stepDown(blur, count);
}

function keepUnblurred(first: i32): void {
  for (let row = 0; row < TOGETHER; row++)
    for (let x = 0; x < 64; x++)
      store<f32>(
        full.block + (<usize>((first + row) * 64 + x) << 2),
        load<f32>(full.lumas + (<usize>(x * 8 + row) << 2)),
      );
}

/** The row of the picture that is nearest to a row of the tool's. */
// @ts-ignore: decorator
@inline
function sourceOf(row: i32): i32 {
  return (row * full.height) >> 9;
}

/** Up to eight of the tool's rows from a band that begins at row `first` of the picture. */
function takePicked(first: i32): void {
  const stride = <usize>full.width * 3;
  let count = 0;
  while (count < TOGETHER && toolRow < TOOL_SIDE && sourceOf(toolRow) < rowsSeen) {
    store<u32>(
      PICKED + (<usize>count << 2),
      <u32>(band + stride * <usize>(sourceOf(toolRow) - first)),
    );
    count++;
    toolRow++;
  }
  for (let at = count; at < TOGETHER; at++) store<u32>(PICKED + (<usize>at << 2), <u32>band);
  lumaOfPickedRows(tool, PICKED, COLUMNS);
  takeRows(tool, count);
}
