/** From RGB bytes to brightnesses, eight rows at a time, laid pixel by pixel for the row filter. */
import { Blur } from './blur.as';
import { storeTurned } from './lanes.as';

/**
 * BT.601, as float32. These and the masks are kept in memory and loaded before a loop: as constants
 * V8 would make them anew for each pixel.
 */
const CONSTANTS = memory.data<f32>([0.299, 0.587, 0.114], 16);
const BYTE = memory.data<u32>([255], 16);
/** Spreads 12 bytes over four lanes; the fourth byte of a lane is any. */
const SPREAD = memory.data<u8>([0, 1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 8, 9, 10, 11, 11], 16);

/**
 * Brightnesses of four pixels, each in the three low bytes of its lane. The sum goes from red to
 * blue, as in the reference.
 */
// @ts-ignore: decorator
@inline
function lumaOf(pixels: v128, byte: v128, ofRed: v128, ofGreen: v128, ofBlue: v128): v128 {
  // Converted as signed: a byte is never negative, and unsigned takes many instructions on x86.
  const red = f32x4.convert_i32x4_s(v128.and(pixels, byte));
  const green = f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(pixels, 8), byte));
  const blue = f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(pixels, 16), byte));
  return f32x4.add(
    f32x4.add(f32x4.mul(ofRed, red), f32x4.mul(ofGreen, green)),
    f32x4.mul(ofBlue, blue),
  );
}

/** Four pixels anywhere in a row; reads four bytes at each, of which three are used. */
// @ts-ignore: decorator
@inline
function picked(row: usize, columns: usize): v128 {
  let pixels = v128.load32_zero(row + load<u32>(columns));
  pixels = v128.load_lane<u32>(row + load<u32>(columns, 4), pixels, 1);
  pixels = v128.load_lane<u32>(row + load<u32>(columns, 8), pixels, 2);
  return v128.load_lane<u32>(row + load<u32>(columns, 12), pixels, 3);
}

/** Eight rows that lie one after another from `from` on; beyond `rows` of them the last again. */
export function lumaOfRows(blur: Blur, from: usize, rows: i32): void {
  const byte = v128.load32_splat(BYTE);
  const spread = v128.load(SPREAD);
  const ofRed = v128.load32_splat(CONSTANTS);
  const ofGreen = v128.load32_splat(CONSTANTS, 4);
  const ofBlue = v128.load32_splat(CONSTANTS, 8);
  const stride = <usize>blur.width * 3;
  const end = <usize>blur.lanes * 3;
  const last = rows - 1;
  for (let half = 0; half < 8; half += 4) {
    const a = from + stride * <usize>min(half, last);
    const b = from + stride * <usize>min(half + 1, last);
    const c = from + stride * <usize>min(half + 2, last);
    const d = from + stride * <usize>min(half + 3, last);
    let to = blur.lumas + (<usize>half << 2);
    for (let x: usize = 0; x < end; x += 12) {
      // Four pixels that lie side by side: 16 bytes are read, 12 used.
      storeTurned(
        to,
        to + 32,
        to + 64,
        to + 96,
        lumaOf(i8x16.swizzle(v128.load(a + x), spread), byte, ofRed, ofGreen, ofBlue),
        lumaOf(i8x16.swizzle(v128.load(b + x), spread), byte, ofRed, ofGreen, ofBlue),
        lumaOf(i8x16.swizzle(v128.load(c + x), spread), byte, ofRed, ofGreen, ofBlue),
        lumaOf(i8x16.swizzle(v128.load(d + x), spread), byte, ofRed, ofGreen, ofBlue),
      );
      to += 128;
    }
  }
  clearBeyond(blur, blur.lumas);
}

/** Eight rows at eight addresses, of each the pixels whose offsets are listed in `columns`. */
export function lumaOfPickedRows(blur: Blur, rows: usize, columns: usize): void {
  const byte = v128.load32_splat(BYTE);
  const ofRed = v128.load32_splat(CONSTANTS);
  const ofGreen = v128.load32_splat(CONSTANTS, 4);
  const ofBlue = v128.load32_splat(CONSTANTS, 8);
  const end = columns + (<usize>blur.width << 2);
  for (let half: usize = 0; half < 8; half += 4) {
    const a = <usize>load<u32>(rows + (half << 2));
    const b = <usize>load<u32>(rows + (half << 2), 4);
    const c = <usize>load<u32>(rows + (half << 2), 8);
    const d = <usize>load<u32>(rows + (half << 2), 12);
    let to = blur.lumas + (half << 2);
    for (let at = columns; at < end; at += 16) {
      storeTurned(
        to,
        to + 32,
        to + 64,
        to + 96,
        lumaOf(picked(a, at), byte, ofRed, ofGreen, ofBlue),
        lumaOf(picked(b, at), byte, ofRed, ofGreen, ofBlue),
        lumaOf(picked(c, at), byte, ofRed, ofGreen, ofBlue),
        lumaOf(picked(d, at), byte, ofRed, ofGreen, ofBlue),
      );
      to += 128;
    }
  }
}

/** Zeros again where whole vectors wrote beyond the last pixel of a row. */
export function clearBeyond(blur: Blur, rows: usize): void {
  memory.fill(rows + (<usize>blur.width << 5), 0, <usize>(blur.lanes - blur.width) << 5);
}
