import { buildScanner, urlVariants, type PhraseHit } from '@commonweal/fingerprint';
import { createHashTable, type SharedFacts } from './hash-table.ts';
import { createHostGate } from './host-gate.ts';
import type { EntryRow } from './tables.ts';

/** What matching knows of an entry. */
export interface KnownEntry extends SharedFacts {
  readonly id: string;
  readonly type: EntryRow['type'];
  readonly value: string;
}

/** A row as the index takes it: with the name of its bank. */
export type IndexRow = Pick<
  EntryRow,
  'bank_entry_id' | 'type' | 'value' | 'label' | 'source' | 'severity' | 'status'
> & { readonly bank: string };

/** A desk's entries that match, by what they match. */
export interface EntryIndex {
  /** Takes in entries as they now are. What is withdrawn no longer matches; new phrases wait for `settle`. */
  apply(rows: readonly IndexRow[]): void;
  settle(): void;
  hash(digest: string): readonly KnownEntry[];
  /** Entries that cover an address. */
  url(address: string): readonly KnownEntry[];
  phrases(text: string): readonly { readonly entry: KnownEntry; readonly hit: PhraseHit<string> }[];
  readonly counts: { readonly hashes: number; readonly urls: number; readonly phrases: number };
}

const none: readonly KnownEntry[] = [];

/** An empty index. */
export function createEntryIndex(): EntryIndex {
  const hashes = createHashTable();
  const byUrl = new Map<string, readonly KnownEntry[]>();
  const byPhrase = new Map<string, readonly KnownEntry[]>();
  const hosts = createHostGate();
  let scanner = buildScanner<string>([]);
  let scannerIsStale = false;

  function putHash(row: IndexRow): void {
    if (matches(row)) hashes.put(row.value, row.bank_entry_id, factsOf(row));
    else hashes.remove(row.value, row.bank_entry_id);
  }

  function putUrl(row: IndexRow): void {
    hosts.add(row.value);
    putIn(byUrl, row);
  }

  function putPhrase(row: IndexRow): void {
    const known = byPhrase.has(row.value);
    putIn(byPhrase, row);
    if (known !== byPhrase.has(row.value)) scannerIsStale = true;
  }

  const put = { md5: putHash, sha256: putHash, url: putUrl, phrase: putPhrase };

  return {
    apply(rows) {
      for (const row of rows) put[row.type](row);
    },
    settle() {
      // The scanner knows phrases, not entries: it is made anew only when a phrase came or went.
      if (!scannerIsStale) return;
      scanner = buildScanner([...byPhrase.keys()].map((text) => ({ id: text, text })));
      scannerIsStale = false;
    },
    hash: (value) =>
      hashes.find(value).map(({ id, facts }) => ({
        ...facts,
        id,
        value,
        type: value.length === 32 ? 'md5' : 'sha256',
      })),
    url: (address) =>
      hosts.mayKnow(address) ? urlVariants(address).flatMap((key) => byUrl.get(key) ?? none) : none,
    phrases: (text) =>
      byPhrase.size === 0
        ? []
        : scanner
            .scan(text)
            .flatMap((hit) => (byPhrase.get(hit.id) ?? none).map((entry) => ({ entry, hit }))),
    get counts() {
      return { hashes: hashes.size, urls: byUrl.size, phrases: byPhrase.size };
    },
  };
}

function putIn(map: Map<string, readonly KnownEntry[]>, row: IndexRow): void {
  const others = (map.get(row.value) ?? none).filter(({ id }) => id !== row.bank_entry_id);
  const { bank_entry_id: id, type, value } = row;
  const now = matches(row) ? [...others, { ...factsOf(row), id, type, value }] : others;
  if (now.length === 0) map.delete(value);
  else map.set(value, now);
}

function matches({ status }: IndexRow): boolean {
  return status === 'active' || status === 'disputed';
}

function factsOf({ bank, source, label, severity, status }: IndexRow): SharedFacts {
  return { bank, source, label, severity, disputed: status === 'disputed' };
}
