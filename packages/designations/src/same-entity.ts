import type { CrossReference } from './register.ts';

/** A listing, as far as it says who else is the same. */
export interface LinkedListing {
  readonly id: string;
  readonly list: string;
  readonly authority: string;
  readonly reference: string;
  readonly sameAs: readonly CrossReference[];
}

/** Listings of two lists that a person confirmed to be of one entity. */
export interface ConfirmedLink {
  readonly one: { readonly list: string; readonly reference: string };
  readonly other: { readonly list: string; readonly reference: string };
}

/**
 * Gathers listings into entities: those of one reference on one list, then those that a publisher's own
 * cross-reference names, then those that people confirmed. Names alone gather nothing.
 *
 * @returns the ids of each entity's listings, in the order given
 */
export function gatherEntities(
  listings: readonly LinkedListing[],
  confirmed: readonly ConfirmedLink[] = [],
): string[][] {
  const parents = listings.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root]!;
    while (parents[at] !== root) [parents[at], at] = [root, parents[at]!];
    return root;
  };
  const join = (one: number, other: number): void => {
    const [a, b] = [rootOf(one), rootOf(other)];
    parents[Math.max(a, b)] = Math.min(a, b);
  };
  const onList = new Map<string, number>();
  const ofAuthority = new Map<string, number[]>();
  listings.forEach(({ list, authority, reference }, at) => {
    const key = keyOf(list, reference);
    const first = onList.get(key);
    if (first === undefined) onList.set(key, at);
    else join(first, at);
    const official = keyOf(authority, reference);
    ofAuthority.set(official, [...(ofAuthority.get(official) ?? []), at]);
  });
  listings.forEach(({ authority, sameAs }, at) => {
    for (const said of sameAs) {
      // One authority may have several lists that use a reference; what is said is of another authority's.
      if (said.authority === authority) continue;
      for (const other of ofAuthority.get(keyOf(said.authority, said.reference)) ?? [])
        join(at, other);
    }
  });
  for (const { one, other } of confirmed) {
    const a = onList.get(keyOf(one.list, one.reference));
    const b = onList.get(keyOf(other.list, other.reference));
    if (a !== undefined && b !== undefined) join(a, b);
  }
  const gathered = Map.groupBy(listings.keys(), rootOf);
  return [...gathered.values()].map((places) => places.map((at) => listings[at]!.id));
}

/** Publishers write one reference "QDe.001", "QDE.001" and "QDe 001". */
function keyOf(where: string, reference: string): string {
  return `${where} ${reference.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')}`;
}
