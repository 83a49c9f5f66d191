import { createBandTable } from './band-table.ts';
import { LEAST_COMPARABLE_UNITS, estimatedSimilarity, minHash } from './min-hash.ts';

/** A known text that a text is like. */
export interface NearText<Id extends number | string> {
  readonly id: Id;
  /** Estimated Jaccard similarity of the shingles, 0 to 1. */
  readonly similarity: number;
}

export interface NearTextIndex<Id extends number | string> {
  /**
   * Takes in a text under an id, in place of what the id stood for before. Throws RangeError when
   * the text is too short to be compared or the index is full, and then changes nothing.
   */
  add(id: Id, text: string): void;
  /** False when the id was not there. */
  remove(id: Id): boolean;
  /** The known texts at least as similar as the threshold, most similar first. */
  search(text: string): NearText<Id>[];
  readonly size: number;
}

export interface NearTextOptions {
  /** Least similarity reported, 0 to 1; below 0.3 banding begins to miss. */
  readonly threshold?: number;
  /** Most texts held. */
  readonly most?: number;
}

/**
 * An index of texts to be found again when edited: MinHash signatures in bands (Indyk and Motwani,
 * "Approximate nearest neighbors", 1998; Leskovec et al., Mining of Massive Datasets, 3.4).
 *
 * 42 bands of three components: a pair of similarity 0.5 is compared with probability 0.996, of
 * 0.3 with 0.68. A hundred thousand texts take about 100 MB; a search costs what there is
 * of similar texts, at worst a look at each.
 */
export function createNearTextIndex<Id extends number | string>({
  threshold = 0.4,
  most = 100_000,
}: NearTextOptions = {}): NearTextIndex<Id> {
  const bands = createBandTable();
  const slots = new Map<Id, number>();
  const ids: (Id | undefined)[] = [];

  function remove(id: Id): boolean {
    const slot = slots.get(id);
    if (slot === undefined) return false;
    bands.remove(slot);
    slots.delete(id);
    ids[slot] = undefined;
    return true;
  }

  return {
    add(id, text) {
      const signature = minHash(text);
      if (signature === null)
        throw new RangeError(
          `The text is too short to be compared: ${LEAST_COMPARABLE_UNITS} letters are the least. Bank it as a phrase.`,
        );
      if (!slots.has(id) && slots.size >= most)
        throw new RangeError(`The index holds ${most} texts and takes no more. Remove some.`);
      remove(id);
      const slot = bands.add(signature);
      slots.set(id, slot);
      ids[slot] = id;
    },
    remove,
    search(text) {
      const signature = minHash(text);
      if (signature === null) return [];
      const near: NearText<Id>[] = [];
      for (const slot of bands.candidates(signature)) {
        const similarity = estimatedSimilarity(signature, bands.signature(slot));
        if (similarity >= threshold) near.push({ id: ids[slot]!, similarity });
      }
      return near.sort((a, b) => b.similarity - a.similarity);
    },
    get size() {
      return slots.size;
    },
  };
}
