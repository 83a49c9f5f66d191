import { formatCheckpoint } from './checkpoint.ts';
import { formatEntries } from './entries.ts';
import type { FetchBytes } from './fetch-log.ts';
import { growTree } from './grow-tree.ts';
import { EMPTY_ROOT, hashLeaf, sha256 } from './merkle-hash.ts';
import { noteSigner, verifierKey } from './note-key.ts';
import { signNote } from './note.ts';
import { TILE_WIDTH, entriesPath, tilePath, tileWidth } from './tile.ts';
import type { TileReader } from './tile.ts';

/** The name of the log that tests publish. */
export const LOG_NAME = 'ledger.desk.example/2026';

/** A log published as files in memory, as a static directory would hold it. */
export type MemoryLog = {
  files: Map<string, Uint8Array>;
  commitments: Uint8Array[];
  root: Uint8Array;
  vkey: string;
  fetchBytes: FetchBytes;
  readTile: TileReader;
  /** Adds commitments, writes tiles and entries, signs; returns the signed checkpoint. */
  publish: (added: readonly Uint8Array[]) => Promise<string>;
};

/** Numbered commitments that stand for nothing in particular. */
export function sampleCommitments(count: number, from = 0): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => sha256(Buffer.from(`sample ${from + i}`)));
}

/** Starts an empty log in memory; the key comes from `seedText`, so that tests repeat. */
export function memoryLog(seedText = 'a seed for tests'): MemoryLog {
  const signer = noteSigner(LOG_NAME, sha256(Buffer.from(seedText)));
  const files = new Map<string, Uint8Array>();
  const log: MemoryLog = {
    files,
    commitments: [],
    root: EMPTY_ROOT,
    vkey: verifierKey(LOG_NAME, signer.publicKey),
    fetchBytes: async (path) => files.get(path) ?? null,
    readTile: (tile) => files.get(tilePath(tile)) ?? null,
    async publish(added) {
      const size = log.commitments.length;
      const newLeafHashes = added.map(hashLeaf);
      const { readTile, root } = log;
      const grown = await growTree({ size, readTile, newLeafHashes, root });
      log.commitments.push(...added);
      log.root = grown.root;
      for (const tile of grown.tiles) {
        files.set(tilePath(tile), tile.bytes);
        if (tile.level > 0) continue;
        const from = tile.index * TILE_WIDTH;
        const width = tileWidth(grown.size, 0, tile.index);
        files.set(entriesPath(tile), formatEntries(log.commitments.slice(from, from + width)));
      }
      const text = formatCheckpoint({ origin: LOG_NAME, size: grown.size, root: grown.root });
      const note = signNote(text, [signer]);
      files.set('checkpoint', Buffer.from(note));
      return note;
    },
  };
  return log;
}

/** A copy with one bit of one byte turned. */
export function flipBit(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at % copy.length] = (copy[at % copy.length] as number) ^ (1 << (at % 8));
  return copy;
}
