import { blurAndSample } from './plain-blur.ts';
import { bitsOf, qualityOf, transformBlock } from './plain-transform.ts';
import {
  transformations,
  type DihedralPdqHash,
  type PdqHash,
  type Transformation,
} from './pdq-hash.ts';
import type { Variant } from './pdq-kernel.ts';
import type { Pixels } from './pixels.ts';

/**
 * PDQ in plain TypeScript, written for reading: what the kernel is held to. Every operation is
 * rounded to float32 and stands in the order of the reference (PDQ, pdqhash-2017-10-09.pdf in
 * facebook/ThreatExchange). As the reference, it gives zeros where a side is shorter than five.
 */
export function plainHash(picture: Pixels, variant: Variant): PdqHash {
  const { block, quality } = blockOf(picture, variant);
  if (block === null) return { hash: new Uint8Array(32), quality };
  return { hash: bitsOf(transformBlock(block)), quality };
}

/** As `plainHash`, with the eight hashes of the turned and flipped picture. */
export function plainDihedral(picture: Pixels, variant: Variant): DihedralPdqHash {
  const { block, quality } = blockOf(picture, variant);
  const frequencies = block === null ? null : transformBlock(block);
  const hashes = transformations.map((name) => [
    name,
    frequencies === null ? new Uint8Array(32) : bitsOf(transformed(frequencies, name)),
  ]);
  const dihedral = Object.fromEntries(hashes) as DihedralPdqHash['dihedral'];
  return { hash: dihedral.original, quality, dihedral };
}

/** The 256 frequencies, row by row. */
export function plainFrequencies(picture: Pixels): Float32Array {
  const { block } = blockOf(picture, 'fullResolution');
  return block === null ? new Float32Array(256) : transformBlock(block);
}

function blockOf(
  picture: Pixels,
  variant: Variant,
): { block: Float32Array | null; quality: number } {
  const { rgb, width, height } = variant === 'tool' ? cutToTool(picture) : picture;
  if (width < 5 || height < 5) return { block: null, quality: 0 };
  const luma = lumaOf(rgb);
  const block = width === 64 && height === 64 ? luma : blurAndSample(luma, width, height);
  return { block, quality: qualityOf(block) };
}

/** The nearest of 512 x 512 pixels, when a side is longer than that: CImg's resize as the tool calls it. */
function cutToTool(picture: Pixels): Pixels {
  const { rgb, width, height } = picture;
  if (width <= 512 && height <= 512) return picture;
  const cut = new Uint8Array(512 * 512 * 3);
  let to = 0;
  for (let y = 0; y < 512; y += 1) {
    const row = Math.floor((y * height) / 512) * width;
    for (let x = 0; x < 512; x += 1) {
      const from = (row + Math.floor((x * width) / 512)) * 3;
      cut[to] = rgb[from]!;
      cut[to + 1] = rgb[from + 1]!;
      cut[to + 2] = rgb[from + 2]!;
      to += 3;
    }
  }
  return { rgb: cut, width: 512, height: 512 };
}

function lumaOf(rgb: Uint8Array): Float32Array {
  const round = Math.fround;
  const [ofRed, ofGreen, ofBlue] = [round(0.299), round(0.587), round(0.114)];
  const luma = new Float32Array(rgb.length / 3);
  for (let at = 0; at < luma.length; at += 1)
    luma[at] = round(
      round(round(ofRed * rgb[at * 3]!) + round(ofGreen * rgb[at * 3 + 1]!)) +
        round(ofBlue * rgb[at * 3 + 2]!),
    );
  return luma;
}

/** Whether rows and columns are swapped, and which frequencies change their sign. */
const changes: Readonly<
  Record<Transformation, { swaps: boolean; negates: (row: number, column: number) => boolean }>
> = {
  original: { swaps: false, negates: () => false },
  rotated90: { swaps: true, negates: (_row, column) => column % 2 === 0 },
  rotated180: { swaps: false, negates: (row, column) => (row + column) % 2 === 1 },
  rotated270: { swaps: true, negates: (row) => row % 2 === 0 },
  flippedVertically: { swaps: false, negates: (row) => row % 2 === 0 },
  flippedHorizontally: { swaps: false, negates: (_row, column) => column % 2 === 0 },
  mirroredAtDiagonal: { swaps: true, negates: () => false },
  mirroredAtAntidiagonal: { swaps: true, negates: (row, column) => (row + column) % 2 === 1 },
};

function transformed(frequencies: Float32Array, name: Transformation): Float32Array {
  const { swaps, negates } = changes[name];
  const result = new Float32Array(256);
  for (let row = 0; row < 16; row += 1)
    for (let column = 0; column < 16; column += 1) {
      const value = frequencies[row * 16 + column]!;
      result[swaps ? column * 16 + row : row * 16 + column] = negates(row, column) ? -value : value;
    }
  return result;
}
