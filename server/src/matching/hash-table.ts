import { idFromBytes } from '../platform/ids.ts';
import { createFactsTable, type SharedFacts } from './shared-facts.ts';

/**
 * Entries by digest, in some 130 bytes each: banks hold millions. Digest, id and the number of the
 * shared facts are kept as bytes in one-byte strings, and made into entries only when one is found.
 */
export interface HashTable {
  put(digest: string, id: string, facts: SharedFacts): void;
  remove(digest: string, id: string): void;
  find(digest: string): readonly { readonly id: string; readonly facts: SharedFacts }[];
  readonly size: number;
}

const recordLength = 20; // 16 bytes of id, 4 of the facts' number

/** A table without entries. */
export function createHashTable(): HashTable {
  const records = new Map<string, string>();
  const table = createFactsTable();

  /** The digest's records but the one with this id. */
  function others(key: string, id: string): string {
    return split(records.get(key) ?? '')
      .filter((record) => record.slice(0, 16) !== id)
      .join('');
  }

  return {
    put(digest, id, shared) {
      const key = pack(digest);
      const record = Buffer.alloc(recordLength);
      record.write(id.replaceAll('-', ''), 'hex');
      record.writeUInt32BE(table.numberOf(shared), 16);
      const rest = records.has(key) ? others(key, pack(id)) : '';
      // Through a buffer, so that the string is flat and does not hold on to its parts.
      const all = rest === '' ? record : Buffer.concat([Buffer.from(rest, 'latin1'), record]);
      records.set(key, all.toString('latin1'));
    },
    remove(digest, id) {
      const key = pack(digest);
      const rest = others(key, pack(id));
      if (rest === '') records.delete(key);
      else records.set(key, rest);
    },
    find(digest) {
      const found = records.get(pack(digest));
      if (found === undefined) return [];
      return split(found).map((record) => {
        const bytes = Buffer.from(record, 'latin1');
        return { id: idFromBytes(bytes.subarray(0, 16)), facts: table.at(bytes.readUInt32BE(16)) };
      });
    },
    get size() {
      return records.size;
    },
  };
}

/** The bytes of hexadecimal text, a UUID's among them, as a one-byte string. */
function pack(hex: string): string {
  return Buffer.from(hex.replaceAll('-', ''), 'hex').toString('latin1');
}

function split(records: string): string[] {
  const count = records.length / recordLength;
  return Array.from({ length: count }, (_, at) =>
    records.slice(at * recordLength, (at + 1) * recordLength),
  );
}
