/** PDQ image hashes. The steps are in pdq/; src/pdq/ calls this and holds it to plain TypeScript. */
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

prepareCosines();

/** Where 64 x 64 brightnesses are put, as float32 row by row. */
export function blockAt(): usize {
  return BLOCK;
}

/** Where 16 x 16 frequencies are found, as float32 row by row. */
export function frequenciesAt(): usize {
  return FREQUENCIES;
}

/** Where one or eight hashes of 32 bytes are found. */
export function hashesAt(): usize {
  return HASHES;
}

/** From the block to its frequencies and hash, or eight of them. Gives the quality, 0 to 100. */
export function hashBlock(dihedral: bool): i32 {
  transform();
  if (dihedral) hashDihedral();
  else hashOriginal();
  return qualityOfBlock();
}
