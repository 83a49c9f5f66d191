import { buildScanner, urlVariants, type PhraseHit } from '@commonweal/fingerprint';
import { createHostGate } from './host-gate.ts';
import type { EntryRow } from './tables.ts';

/** What matching knows of an entry. */
export interface KnownEntry {
  readonly id: string;
  readonly type: EntryRow['type'];
  readonly value: string;
  readonly bank: string;
  readonly source: string;
  readonly label: string;
  readonly severity: number | null;
  readonly disputed: boolean;
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
  const byHash = new Map<string, readonly KnownEntry[]>();
  const byUrl = new Map<string, readonly KnownEntry[]>();
  const byPhrase = new Map<string, readonly KnownEntry[]>();
  const mapOf = { md5: byHash, sha256: byHash, url: byUrl, phrase: byPhrase };
  const hosts = createHostGate();
  const words = new Map<string, string>();
  let scanner = buildScanner<string>([]);
  let scannerIsStale = false;

  /** Labels, sources and bank names repeat by the thousand: one copy of each is kept. */
  function shared(word: string): string {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, word);
    return word;
  }

  function put(row: IndexRow): void {
    const map = mapOf[row.type];
    const others = (map.get(row.value) ?? none).filter(({ id }) => id !== row.bank_entry_id);
    if (row.type === 'url') hosts.add(row.value);
    const matches = row.status === 'active' || row.status === 'disputed';
    if (!matches && others.length === 0) map.delete(row.value);
    else map.set(row.value, matches ? [...others, knownEntry(row)] : others);
  }

  function knownEntry(row: IndexRow): KnownEntry {
    return {
      id: row.bank_entry_id,
      type: row.type,
      value: row.value,
      bank: shared(row.bank),
      source: shared(row.source),
      label: shared(row.label),
      severity: row.severity,
      disputed: row.status === 'disputed',
    };
  }

  return {
    apply(rows) {
      for (const row of rows) {
        const known = byPhrase.has(row.value);
        put(row);
        if (row.type === 'phrase' && known !== byPhrase.has(row.value)) scannerIsStale = true;
      }
    },
    settle() {
      // The scanner knows phrases, not entries: it is made anew only when a phrase came or went.
      if (!scannerIsStale) return;
      scanner = buildScanner([...byPhrase.keys()].map((text) => ({ id: text, text })));
      scannerIsStale = false;
    },
    hash: (digest) => byHash.get(digest) ?? none,
    url: (address) =>
      hosts.mayKnow(address) ? urlVariants(address).flatMap((key) => byUrl.get(key) ?? none) : none,
    phrases: (text) =>
      byPhrase.size === 0
        ? []
        : scanner
            .scan(text)
            .flatMap((hit) => (byPhrase.get(hit.id) ?? none).map((entry) => ({ entry, hit }))),
    get counts() {
      return { hashes: byHash.size, urls: byUrl.size, phrases: byPhrase.size };
    },
  };
}
