/** What the server answered 2xx to: all of it must be there in the end. */
export interface Accepted {
  /** Item id by the platform's id. */
  readonly items: Map<string, string>;
  readonly reports: Set<string>;
  readonly decisions: Map<string, { readonly kind: 'measure' | 'no_action'; reversed: boolean }>;
  /** Cases that reports opened and nobody has decided yet. */
  readonly undecided: string[];
}

/** Nothing yet. */
export function nothingAccepted(): Accepted {
  return { items: new Map(), reports: new Set(), decisions: new Map(), undecided: [] };
}

/** Notes an item. @throws Error when the same item was answered with another id before */
export function noteItem(accepted: Accepted, externalId: string, itemId: string): void {
  const known = accepted.items.get(externalId);
  if (known !== undefined && known !== itemId)
    throw new Error(`The item ${externalId} was answered with two ids: ${known} and ${itemId}.`);
  accepted.items.set(externalId, itemId);
}
