import { createDigestTable, type DigestTable } from './digest-table.ts';
import { createFactsTable, type SharedFacts } from './shared-facts.ts';

/** Entries by digest, in some 60 to 75 bytes each: banks hold millions. */
export interface HashTable {
  put(digest: string, id: string, facts: SharedFacts): void;
  remove(digest: string, id: string): void;
  find(digest: string): readonly { readonly id: string; readonly facts: SharedFacts }[];
  readonly size: number;
}

/** A table without entries. */
export function createHashTable(): HashTable {
  const facts = createFactsTable();
  /** By the length of a digest in hexadecimal digits: MD5, SHA-1, SHA-256. */
  const tables = new Map<number, DigestTable>();

  function tableOf({ length }: string): DigestTable {
    const table = tables.get(length) ?? createDigestTable(length / 2);
    tables.set(length, table);
    return table;
  }

  return {
    put(digest, id, shared) {
      tableOf(digest).put(digest, id, facts.numberOf(shared));
    },
    remove(digest, id) {
      tables.get(digest.length)?.remove(digest, id);
    },
    find(digest) {
      const found = tables.get(digest.length)?.find(digest) ?? [];
      return found.map(({ id, facts: number }) => ({ id, facts: facts.at(number) }));
    },
    get size() {
      return [...tables.values()].reduce((sum, { size }) => sum + size, 0);
    },
  };
}
