import { comparableText } from './comparable-text.ts';
import type { ComparableText } from './comparable-text.ts';
import { GRAM, SHORTEST_SHARED, winnow } from './winnow.ts';

/** A passage of the searched text that stands in a known text. UTF-16 offsets, end exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** The passage as written. */
  readonly matched: string;
}

/** A known text that the searched text quotes. */
export interface Quotation<Id extends number | string> {
  readonly id: Id;
  /** Share of the known text's fingerprints that stand in the searched text, 0 to 1. */
  readonly containment: number;
  readonly passages: readonly Passage[];
}

export interface QuotationIndex<Id extends number | string> {
  /**
   * Takes in a text under an id, in place of what the id stood for before. Throws RangeError when
   * the text is too short to be recognised or the index is full, and then changes nothing.
   */
  add(id: Id, text: string): void;
  /** False when the id was not there. */
  remove(id: Id): boolean;
  /** Known texts quoted in a text, the most wholly quoted first. */
  search(text: string): Quotation<Id>[];
  readonly size: number;
}

export interface QuotationOptions {
  /** Least share of a known text that must be quoted, 0 to 1. */
  readonly containment?: number;
  /** Most fingerprints held, over all texts: about one for every three or four letters. */
  readonly mostFingerprints?: number;
}

/** Fingerprints of an unbroken quotation are never further apart than this. */
const CLOSE = SHORTEST_SHARED - GRAM + 1;

/**
 * An index of texts to be recognised where they are quoted inside longer ones, by winnowing (see
 * `winnow`), with the passages that show it. A search costs the text and the fingerprints it
 * shares with known texts.
 */
export function createQuotationIndex<Id extends number | string>({
  containment: least = 0.3,
  mostFingerprints = 5_000_000,
}: QuotationOptions = {}): QuotationIndex<Id> {
  /** Each text's distinct fingerprints, and of each fingerprint the texts that have it. */
  const known = new Map<Id, ReadonlySet<number>>();
  const holders = new Map<number, Id[]>();
  let fingerprints = 0;

  function remove(id: Id): boolean {
    const distinct = known.get(id);
    if (distinct === undefined) return false;
    for (const hash of distinct) {
      const left = (holders.get(hash) ?? []).filter((other) => other !== id);
      if (left.length === 0) holders.delete(hash);
      else holders.set(hash, left);
    }
    fingerprints -= distinct.size;
    return known.delete(id);
  }

  function add(id: Id, text: string): void {
    const { units } = comparableText(text);
    if (units.length < SHORTEST_SHARED)
      throw new RangeError(
        `The text is too short to be recognised: ${SHORTEST_SHARED} letters are the least. Bank it as a phrase.`,
      );
    const distinct = new Set(winnow(units).hashes);
    const after = fingerprints - (known.get(id)?.size ?? 0) + distinct.size;
    if (after > mostFingerprints)
      throw new RangeError(
        `The index holds ${fingerprints} of ${mostFingerprints} fingerprints and cannot take ${distinct.size} more. Remove some texts.`,
      );
    remove(id);
    known.set(id, distinct);
    fingerprints = after;
    for (const hash of distinct) {
      const others = holders.get(hash);
      if (others === undefined) holders.set(hash, [id]);
      else others.push(id);
    }
  }

  function search(text: string): Quotation<Id>[] {
    const comparable = comparableText(text);
    const { hashes, positions } = winnow(comparable.units);
    const shared = new Map<Id, { places: number[]; distinct: Set<number> }>();
    hashes.forEach((hash, at) => {
      for (const id of holders.get(hash) ?? []) {
        const found = shared.get(id) ?? { places: [], distinct: new Set() };
        found.places.push(positions[at]!);
        found.distinct.add(hash);
        shared.set(id, found);
      }
    });
    const quotations: Quotation<Id>[] = [];
    for (const [id, { places, distinct }] of shared) {
      const containment = distinct.size / known.get(id)!.size;
      if (containment < least) continue;
      quotations.push({ id, containment, passages: passagesOf(text, comparable, places) });
    }
    return quotations.sort((a, b) => b.containment - a.containment);
  }

  return {
    add,
    remove,
    search,
    get size() {
      return known.size;
    },
  };
}

/** Neighbouring fingerprints made one passage each, from the first letter of the first to the last of the last. */
function passagesOf(
  text: string,
  { starts, ends }: ComparableText,
  places: readonly number[],
): Passage[] {
  const spans: { from: number; last: number }[] = [];
  for (const place of places) {
    const span = spans.at(-1);
    if (span !== undefined && place - span.last <= CLOSE) span.last = place;
    else spans.push({ from: place, last: place });
  }
  return spans.map(({ from, last }) => {
    const start = starts[from]!;
    const end = ends[last + GRAM - 1]!;
    return { start, end, matched: text.slice(start, end) };
  });
}
