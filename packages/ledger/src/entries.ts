import { LedgerError } from './errors.ts';
import { TILE_WIDTH } from './tile.ts';

const MAX_ENTRY = 0xffff;

/**
 * A bundle of log entries: each entry's bytes after its length as a big-endian uint16
 * (C2SP tlog-tiles). In our log an entry is a 32-byte commitment.
 *
 * @throws LedgerError `bad-entries` for none, more than 256, or one longer than 65,535 bytes.
 */
export function formatEntries(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0 || entries.length > TILE_WIDTH) {
    throw new LedgerError('bad-entries', `a bundle holds 1 to 256 entries, not ${entries.length}`);
  }
  const bytes = Buffer.alloc(entries.reduce((total, entry) => total + 2 + entry.length, 0));
  let at = 0;
  for (const [i, entry] of entries.entries()) {
    if (entry.length > MAX_ENTRY) {
      throw new LedgerError('bad-entries', `entry ${i} is longer than ${MAX_ENTRY} bytes`);
    }
    bytes.set(entry, bytes.writeUInt16BE(entry.length, at));
    at += 2 + entry.length;
  }
  return bytes;
}

/**
 * Reads a bundle of entries.
 *
 * @throws LedgerError `bad-entries` when it is cut short, empty, or holds more than 256.
 */
export function parseEntries(bundle: Uint8Array): Uint8Array[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.length);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const end = at + 2 <= bundle.length ? at + 2 + view.getUint16(at) : Infinity;
    if (end > bundle.length) {
      throw new LedgerError('bad-entries', `entry ${entries.length} is cut short at byte ${at}`);
    }
    entries.push(bundle.subarray(at + 2, end));
    at = end;
    if (entries.length > TILE_WIDTH) {
      throw new LedgerError('bad-entries', 'the bundle holds more than 256 entries');
    }
  }
  if (entries.length === 0) throw new LedgerError('bad-entries', 'the bundle is empty');
  return entries;
}
