/**
 * Blurs brightnesses with two rounds of box filters along rows and columns (Jarosz, "Fast Image
 * Convolutions", 2001: together they are nearly a tent), and takes 64 x 64 of them.
 */
export function blurAndSample(luma: Float32Array, width: number, height: number): Float32Array {
  const across = Math.ceil(width / 128);
  const down = Math.ceil(height / 128);
  let from = luma.slice();
  let to = new Float32Array(luma.length);
  for (let round = 0; round < 2; round += 1) {
    for (let row = 0; row < height; row += 1) boxFilter(from, to, row * width, 1, width, across);
    [from, to] = [to, from];
    for (let column = 0; column < width; column += 1)
      boxFilter(from, to, column, width, height, down);
    [from, to] = [to, from];
  }
  const block = new Float32Array(64 * 64);
  for (let row = 0; row < 64; row += 1)
    for (let column = 0; column < 64; column += 1)
      block[row * 64 + column] =
        from[
          Math.floor(((row + 0.5) * height) / 64) * width +
            Math.floor(((column + 0.5) * width) / 64)
        ]!;
  return block;
}

/**
 * Replaces each of `length` values by the mean of those around it: the window reaches `window / 2`
 * ahead, is `window` long, and is cut off at both ends. The values are `stride` apart from `start` on.
 */
function boxFilter(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  length: number,
  window: number,
): void {
  const ahead = Math.floor(window / 2);
  let sum = 0;
  let inside = 0;
  for (let step = 0; step < length + ahead; step += 1) {
    if (step < length) {
      sum = Math.fround(sum + from[start + step * stride]!);
      inside += 1;
    }
    if (step >= window) {
      sum = Math.fround(sum - from[start + (step - window) * stride]!);
      inside -= 1;
    }
    if (step >= ahead) to[start + (step - ahead) * stride] = Math.fround(sum / inside);
  }
}
