import {
  buildScanner,
  MATCHING_DISTANCE,
  urlVariants,
  type PhraseHit,
} from '@commonweal/fingerprint';
import { createHashTable } from './hash-table.ts';
import { createHostGate } from './host-gate.ts';
import {
  createLikenessIndex,
  type PictureFound,
  type PictureLikeness,
  type VideoFound,
  type VideoLikeness,
} from './likeness-index.ts';
import type { SharedFacts } from './shared-facts.ts';
import type { EntryRow } from './tables.ts';
import { createTlshTable, type TextFound } from './tlsh-table.ts';

/** What matching knows of an entry. */
export interface KnownEntry extends SharedFacts {
  readonly id: string;
}

/** An entry whose value is written as it was found. */
export interface WrittenEntry extends KnownEntry {
  readonly value: string;
}

/** A row as the index takes it: with the name of its bank, and whether that is on. */
export type IndexRow = Pick<
  EntryRow,
  'bank_entry_id' | 'type' | 'value' | 'label' | 'source' | 'severity' | 'status'
> & {
  readonly bank: string;
  readonly on: boolean;
  readonly pdq_distance: number | null;
  readonly confirmed_at: Date | null;
};

/** A desk's entries that match, by what they match. */
export interface EntryIndex {
  /** Makes room for so many pictures, while there are none. */
  expectPictures(pictures: number): void;
  /** Takes in entries as they now are. What is withdrawn, or of a bank that is off, no longer matches; new phrases wait for `settle`. */
  apply(rows: readonly IndexRow[]): void;
  settle(): void;
  hash(digest: string): readonly KnownEntry[];
  /** Entries that cover an address. */
  url(address: string): readonly WrittenEntry[];
  phrases(text: string): readonly { readonly entry: KnownEntry; readonly hit: PhraseHit<string> }[];
  /** Entries that a picture looks like. */
  picture(picture: PictureLikeness): readonly PictureFound[];
  /** Entries that are in a video, or that it is in. Takes long, and lets other work through. */
  video(video: VideoLikeness): Promise<readonly (PictureFound | VideoFound)[]>;
  /** Entries that a text is like. */
  text(text: string): readonly TextFound[];
  /** Entries that a text with this TLSH digest is like. */
  textDigest(digest: string): readonly TextFound[];
  readonly counts: Readonly<Record<'hashes' | 'urls' | 'phrases' | 'likenesses' | 'texts', number>>;
}

const none: readonly WrittenEntry[] = [];

/** An empty index. */
export function createEntryIndex(): EntryIndex {
  const hashes = createHashTable();
  const likenesses = createLikenessIndex();
  const texts = createTlshTable();
  const byUrl = new Map<string, readonly WrittenEntry[]>();
  const byPhrase = new Map<string, readonly WrittenEntry[]>();
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

  const putLikeness = (type: 'pdq' | 'vpdq') => (row: IndexRow) => {
    if (matches(row)) likenesses.put(type, row.value, row.bank_entry_id, factsOf(row));
    else likenesses.remove(type, row.value, row.bank_entry_id);
  };

  function putText(row: IndexRow): void {
    if (matches(row)) texts.put(row.value, row.bank_entry_id, factsOf(row));
    else texts.remove(row.value, row.bank_entry_id);
  }

  const put = {
    md5: putHash,
    sha1: putHash,
    sha256: putHash,
    pdq: putLikeness('pdq'),
    vpdq: putLikeness('vpdq'),
    tlsh: putText,
    url: putUrl,
    phrase: putPhrase,
  };

  return {
    expectPictures: (pictures) => likenesses.expect(pictures),
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
      })),
    url: (address) =>
      hosts.mayKnow(address) ? urlVariants(address).flatMap((key) => byUrl.get(key) ?? none) : none,
    phrases: (text) =>
      byPhrase.size === 0
        ? []
        : scanner
            .scan(text)
            .flatMap((hit) => (byPhrase.get(hit.id) ?? none).map((entry) => ({ entry, hit }))),
    picture: (picture) => likenesses.findPicture(picture),
    video: (video) => likenesses.findVideo(video),
    text: (text) => texts.find(text),
    textDigest: (digest) => texts.findDigest(digest),
    get counts() {
      return {
        hashes: hashes.size,
        urls: byUrl.size,
        phrases: byPhrase.size,
        likenesses: likenesses.size,
        texts: texts.size,
      };
    },
  };
}

function putIn(map: Map<string, readonly WrittenEntry[]>, row: IndexRow): void {
  const others = (map.get(row.value) ?? none).filter(({ id }) => id !== row.bank_entry_id);
  const { bank_entry_id: id, value } = row;
  const now = matches(row) ? [...others, { ...factsOf(row), id, value }] : others;
  if (now.length === 0) map.delete(value);
  else map.set(value, now);
}

function matches({ on, status }: IndexRow): boolean {
  return on && (status === 'active' || status === 'disputed');
}

function factsOf(row: IndexRow): SharedFacts {
  const { bank, source, label, severity } = row;
  return {
    bank,
    source,
    label,
    severity,
    disputed: row.status === 'disputed',
    confirmed: row.confirmed_at !== null,
    pdqDistance: row.pdq_distance ?? MATCHING_DISTANCE,
  };
}
