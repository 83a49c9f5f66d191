import { openPdqKernel, type PdqKernel } from './pdq-kernel.ts';
import type { DihedralPdqHash, PdqHash } from './pdq-hash.ts';
import { checkPixels, type Pixels } from './pixels.ts';

/**
 * The two hashes of a picture. Upstream has two implementations, which disagree by up to 22 bits on
 * pictures with a side longer than 512 pixels, and lists in circulation carry either:
 *
 * - `fullResolution` is what pdqhash for Python computes, and with it python-threatexchange and
 *   Hasher-Matcher-Actioner: from all pixels.
 * - `tool` is what upstream's command line tool `pdq-photo-hasher` computes: it takes 512 x 512 of the
 *   pixels first, each the nearest. Up to 512 x 512 pixels both hashes are the same.
 *
 * Keep both and search for both.
 */
export interface BothHashes<Hash extends PdqHash = PdqHash> {
  readonly fullResolution: Hash;
  readonly tool: Hash;
}

let opened: PdqKernel | undefined;

/** The kernel of this thread. Nothing waits between `take` and the last question, so one is enough. */
function kernelWith(picture: Pixels, ofTool: boolean): PdqKernel {
  checkPixels(picture);
  opened ??= openPdqKernel();
  opened.take(picture, ofTool ? ['fullResolution', 'tool'] : ['fullResolution']);
  return opened;
}

function isCut({ width, height }: Pixels): boolean {
  return width > 512 || height > 512;
}

/**
 * Both PDQ hashes of a picture, the same to the bit as the references' on the same pixels.
 * Throws an ImageError (`bad-pixels`, `too-small`, `too-large`) and computes nothing then.
 *
 *     const { fullResolution } = hashPixels({ rgb, width: 640, height: 480 });
 *     if (isUsable(fullResolution)) bank.add(pdqToHex(fullResolution.hash));
 */
export function hashPixels(picture: Pixels): BothHashes {
  const kernel = kernelWith(picture, true);
  const fullResolution = kernel.hash('fullResolution');
  return { fullResolution, tool: isCut(picture) ? kernel.hash('tool') : fullResolution };
}

/**
 * As `hashPixels`, with the hashes that the picture would have if it were turned or flipped: one
 * searches a bank with all eight to find a picture that was. They come from one transform, and are
 * close to those of a picture really turned, not always the same (PDQ paper, section on dihedral
 * hashes).
 */
export function hashPixelsDihedral(picture: Pixels): BothHashes<DihedralPdqHash> {
  const kernel = kernelWith(picture, true);
  const fullResolution = kernel.dihedral('fullResolution');
  return { fullResolution, tool: isCut(picture) ? kernel.dihedral('tool') : fullResolution };
}

/** The full-resolution hash alone: what vPDQ takes of a frame. Throws as `hashPixels`. */
export function hashFrame(picture: Pixels): PdqHash {
  return kernelWith(picture, false).hash('fullResolution');
}

/**
 * The 256 frequencies that the full-resolution hash is cut from, as float32, row by row: PDQF, what
 * TMK takes of a frame. Throws as `hashPixels`.
 */
export function frequenciesOfFrame(picture: Pixels): Float32Array {
  return kernelWith(picture, false).frequencies('fullResolution');
}
