/** What entries of a bank have in common, kept once for all that share it. */
export interface SharedFacts {
  readonly bank: string;
  readonly source: string;
  readonly label: string;
  readonly severity: number | null;
  readonly disputed: boolean;
  /** A second person vouches for it. */
  readonly confirmed: boolean;
  /** Bits of PDQ in which a picture may differ. */
  readonly pdqDistance: number;
}

/** Facts by number: entries keep the number. */
export interface FactsTable {
  numberOf(facts: SharedFacts): number;
  at(number: number): SharedFacts;
}

/** A table without facts. */
export function createFactsTable(): FactsTable {
  const facts: SharedFacts[] = [];
  const numbers = new Map<string, number>();
  return {
    numberOf(shared) {
      const { bank, source, label, severity, disputed, confirmed, pdqDistance } = shared;
      const name = JSON.stringify([
        bank,
        source,
        label,
        severity,
        disputed,
        confirmed,
        pdqDistance,
      ]);
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, facts.length);
      return facts.push(shared) - 1;
    },
    at: (number) => facts[number]!,
  };
}
