import { loadKernel } from '../load-kernel.ts';
import { transformations, type DihedralPdqHash, type PdqHash } from './pdq-hash.ts';
import type { Pixels } from './pixels.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  begin(width: number, height: number, wantsFull: boolean, wantsTool: boolean): number;
  rowsOfBand(): number;
  takeBand(rows: number): void;
  hashVariant(ofTool: boolean, dihedral: boolean): number;
  frequenciesAt(): number;
  hashesAt(): number;
}

/** Which of the references' hashes: see hash-pixels.ts. */
export type Variant = 'fullResolution' | 'tool';

/** The WebAssembly side of PDQ, with a memory of its own that is used again for every picture. */
export interface PdqKernel {
  /**
   * Takes a picture in, for the variants that are going to be asked for. Sizes are the caller's to
   * check (see pixels.ts); they are trusted here. What is asked for afterwards is of this picture.
   */
  take(picture: Pixels, variants: readonly Variant[]): void;
  hash(variant: Variant): PdqHash;
  dihedral(variant: Variant): DihedralPdqHash;
  /** The 16 x 16 frequencies that the bits of `hash` come from, row by row; for TMK+PDQF. */
  frequencies(variant: Variant): Float32Array;
  /** Bytes of WebAssembly memory held. They grow with the widest picture, to 32 MB at most. */
  readonly memoryBytes: number;
}

/**
 * Opens a kernel. One serves one thread; instances share nothing but code.
 * `take` throws a RangeError when the memory cannot grow, and the kernel stays usable.
 */
export function openPdqKernel(): PdqKernel {
  const kernel = loadKernel('pdq') as Exports;
  return {
    take({ rgb, width, height }, variants) {
      const at = kernel.begin(
        width,
        height,
        variants.includes('fullResolution'),
        variants.includes('tool'),
      );
      if (at === 0) throw new RangeError(`No memory to hash ${width} x ${height} pixels.`);
      const rows = kernel.rowsOfBand();
      const bytes = new Uint8Array(kernel.memory.buffer);
      for (let row = 0; row < height; row += rows) {
        const count = Math.min(rows, height - row);
        bytes.set(rgb.subarray(row * width * 3, (row + count) * width * 3), at);
        kernel.takeBand(count);
      }
    },
    hash(variant) {
      const quality = kernel.hashVariant(variant === 'tool', false);
      return { hash: hashAt(kernel, 0), quality };
    },
    dihedral(variant) {
      const quality = kernel.hashVariant(variant === 'tool', true);
      const hashes = transformations.map((name, at) => [name, hashAt(kernel, at)]);
      const dihedral = Object.fromEntries(hashes) as DihedralPdqHash['dihedral'];
      return { hash: dihedral.original, quality, dihedral };
    },
    frequencies(variant) {
      kernel.hashVariant(variant === 'tool', false);
      return new Float32Array(kernel.memory.buffer, kernel.frequenciesAt(), 256).slice();
    },
    get memoryBytes() {
      return kernel.memory.buffer.byteLength;
    },
  };
}

function hashAt(kernel: Exports, at: number): Uint8Array {
  return new Uint8Array(kernel.memory.buffer, kernel.hashesAt() + at * 32, 32).slice();
}
