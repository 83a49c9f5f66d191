/**
 * A picture on its way to 64 x 64 blurred brightnesses: what is kept of it between two blocks of rows.
 *
 * The reference blurs with four box filters over the whole picture (along rows, along columns, and
 * both again; Jarosz, "Fast Image Convolutions", 2001) and then takes 64 x 64 of its pixels. Each
 * filter is a running sum, so that the result depends on the order of its float32 additions. Here
 * the same sums are taken in the same order, but eight rows at a time, with only as many rows kept
 * as a column's window reaches: the working set stays in the cache, and memory does not grow with
 * the height of a picture.
 *
 * A running sum has four phases: grow, grow and write, slide, shrink. They are one here: what would
 * lie outside the picture is read as zero, which no sum notices, and divisors are counted aside.
 */

/** Rows that are worked on together: two vectors of four. */
export const TOGETHER: i32 = 8;

@unmanaged
export class Blur {
  width: i32;
  height: i32;
  /** Width rounded up to whole vectors. */
  lanes: i32;
  /** Length of the window along a row and along a column, in pixels: a 128th of the side, rounded up. */
  across: i32;
  down: i32;
  /** Steps by which a sum runs ahead of what it writes. */
  leadAcross: i32;
  leadDown: i32;

  /** Brightnesses of eight rows, pixel by pixel: eight floats for each, zeros before and after. */
  lumas: usize;
  /** The same for the second filter along rows. */
  blurred: usize;
  /** What to divide by at each pixel of a row. */
  divisors: usize;
  /** Rows between the two first filters: `kept` of them, in a ring. */
  ring: usize;
  kept: i32;
  /** Running sums of the columns. */
  sums: usize;
  /** A row of zeros. */
  nothing: usize;
  /** The 64 columns between the two last filters, `kept` rows in a ring, and their sums. */
  sampledRing: usize;
  sampledSums: usize;
  /** 64 x 64: the result. */
  block: usize;

  /** Steps taken down the columns: one for each row, and `leadDown` more at the end. */
  step: i32;
  /** The same for the second filter along columns. */
  sampledStep: i32;
  /** The next of the 64 rows to be taken. */
  nextSample: i32;
}

/** Which of `length` pixels is the `at`th of 64: the one at the centre of its stretch. */
// @ts-ignore: decorator
@inline
export function sampleAt(at: i32, length: i32): i32 {
  return ((2 * at + 1) * length) >> 7;
}

/** How many pixels are in the window when `step` steps of a running sum are taken. */
export function windowAt(step: i32, window: i32, length: i32): i32 {
  if (step < window) return step + 1;
  if (step < length) return window;
  return max(window - (step - length + 1), 1);
}

/** Lays a picture out from `free` on, and gives what is free after it. The memory must be there. */
export function layOut(blur: Blur, width: i32, height: i32, free: usize): usize {
  blur.width = width;
  blur.height = height;
  blur.lanes = (width + 3) & ~3;
  blur.across = (width + 127) / 128;
  blur.down = (height + 127) / 128;
  blur.leadAcross = blur.across / 2;
  blur.leadDown = blur.down / 2;
  blur.kept = blur.down + TOGETHER;

  const row = <usize>blur.lanes << 2;
  const padded = (<usize>(blur.across + blur.lanes + blur.leadAcross + 4)) << 5;
  const zeroed = free;
  blur.lumas = free + (<usize>blur.across << 5);
  free += padded;
  blur.blurred = free + (<usize>blur.across << 5);
  free += padded;
  blur.sums = free;
  free += row;
  blur.nothing = free;
  free += max(row, 256);
  blur.sampledSums = free;
  free += 256;
  memory.fill(zeroed, 0, free - zeroed);

  blur.divisors = free;
  free += row;
  for (let x = 0; x < blur.lanes; x++)
    store<f32>(
      blur.divisors + (<usize>x << 2),
      <f32>windowAt(x + blur.leadAcross, blur.across, width),
    );
  blur.ring = free;
  free += row * <usize>blur.kept;
  blur.sampledRing = free;
  free += <usize>blur.kept << 8;
  blur.block = free;
  free += 64 * 64 * 4;
  blur.step = 0;
  blur.sampledStep = 0;
  blur.nextSample = 0;
  return free;
}

/** No less than what `layOut` takes, in bytes. */
export function spaceFor(width: i32, height: i32): usize {
  const lanes = <usize>(width + 3);
  const kept = <usize>((height + 127) / 128 + TOGETHER);
  return lanes * 88 + ((<usize>width / 128 + 8) << 7) + kept * (lanes * 4 + 256) + 20_000;
}
