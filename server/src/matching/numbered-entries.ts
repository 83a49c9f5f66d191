import { idFromBytes } from '../platform/ids.ts';
import { createFactsTable, type SharedFacts } from './shared-facts.ts';

/** Entries by a number that an index can hold, in 20 bytes each. */
export interface NumberedEntries {
  add(id: string, facts: SharedFacts): number;
  /** Says what is so of an entry now. */
  set(number: number, facts: SharedFacts): void;
  /** Gives the number away to the next entry. */
  remove(number: number): void;
  at(number: number): { readonly id: string; readonly facts: SharedFacts };
}

/** No entries. */
export function createNumberedEntries(): NumberedEntries {
  const table = createFactsTable();
  let ids = Buffer.alloc(16 * 64);
  let facts = new Uint32Array(64);
  let size = 0;
  const spare: number[] = [];

  function grow(): void {
    ids = Buffer.concat([ids], ids.length * 2);
    const more = new Uint32Array(facts.length * 2);
    more.set(facts);
    facts = more;
  }

  return {
    add(id, shared) {
      const number = spare.pop() ?? size++;
      if (number >= facts.length) grow();
      ids.write(id.replaceAll('-', ''), number * 16, 'hex');
      facts[number] = table.numberOf(shared);
      return number;
    },
    set(number, shared) {
      facts[number] = table.numberOf(shared);
    },
    remove(number) {
      spare.push(number);
    },
    at: (number) => ({
      id: idFromBytes(ids.subarray(number * 16, number * 16 + 16)),
      facts: table.at(facts[number] ?? 0),
    }),
  };
}
