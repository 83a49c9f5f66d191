import { HASH_SIZE, splitHashes } from './bytes.ts';
import { parseEntries } from './entries.ts';
import { attempt } from './findings.ts';
import type { FindingKind, Findings } from './findings.ts';
import { TILE_WIDTH, entriesPath, tilePath } from './tile.ts';
import type { TileId } from './tile.ts';

/**
 * Fetches a path of the log (`checkpoint`, `tile/...`): its bytes, or null when there is no such
 * file. It may throw when the log cannot be reached, and should bound how much it reads.
 */
export type FetchBytes = (path: string) => Promise<Uint8Array | null>;

/** Fetches one path; failure to reach it is a finding, and null. */
export async function fetchPath(
  fetchBytes: FetchBytes,
  findings: Findings,
  path: string,
  missing: FindingKind,
): Promise<Uint8Array | null> {
  try {
    const bytes = await fetchBytes(path);
    if (bytes === null) findings.add(missing, path, 'the log does not serve it');
    return bytes;
  } catch (error) {
    findings.add('unreachable', path, error instanceof Error ? error.message : String(error));
    return null;
  }
}

type Part = { path: string; fullPath: string; width: number; missing: FindingKind };

/**
 * Fetches a part of the log. A log may drop a partial tile once the full one exists (C2SP
 * tlog-tiles), so the full one stands in for a partial one that is gone.
 */
async function fetchPart(
  fetchBytes: FetchBytes,
  findings: Findings,
  part: Part,
): Promise<{ bytes: Uint8Array; width: number } | null> {
  if (part.width < TILE_WIDTH) {
    // Only the absence of both is a finding, and an error at the first will recur at the second.
    const partial = await fetchBytes(part.path).catch(() => null);
    if (partial !== null) return { bytes: partial, width: part.width };
    const full = await fetchBytes(part.fullPath).catch(() => null);
    if (full !== null) return { bytes: full, width: TILE_WIDTH };
  }
  const bytes = await fetchPath(fetchBytes, findings, part.path, part.missing);
  return bytes === null ? null : { bytes, width: part.width };
}

/** The hashes of a tile, or null with a finding when it is missing or not of its proper length. */
export async function fetchTile(
  fetchBytes: FetchBytes,
  findings: Findings,
  tile: TileId,
): Promise<Uint8Array[] | null> {
  const path = tilePath(tile);
  const fullPath = tilePath({ ...tile, width: TILE_WIDTH });
  const part = { path, fullPath, width: tile.width, missing: 'tile-missing' } as const;
  const found = await fetchPart(fetchBytes, findings, part);
  if (found === null) return null;
  const expected = found.width * HASH_SIZE;
  if (found.bytes.length !== expected) {
    const message = `it has ${found.bytes.length} bytes; ${expected} were expected`;
    findings.add('tile-malformed', path, message);
    return null;
  }
  return splitHashes(found.bytes, tile.width);
}

/** The commitments of a bundle of entries, or null with a finding. Each is 32 bytes. */
export async function fetchEntries(
  fetchBytes: FetchBytes,
  findings: Findings,
  { index, width }: TileId,
): Promise<Uint8Array[] | null> {
  const path = entriesPath({ index, width });
  const fullPath = entriesPath({ index, width: TILE_WIDTH });
  const part = { path, fullPath, width, missing: 'entries-missing' } as const;
  const found = await fetchPart(fetchBytes, findings, part);
  if (found === null) return null;
  const entries = attempt(findings, 'entries-malformed', path, () => parseEntries(found.bytes));
  if (entries === null) return null;
  if (entries.length !== found.width) {
    const message = `it holds ${entries.length} entries; ${found.width} were expected`;
    findings.add('entries-malformed', path, message);
    return null;
  }
  const odd = entries.findIndex((entry) => entry.length !== HASH_SIZE);
  if (odd >= 0) {
    const message = `entry ${odd} has ${entries[odd]?.length} bytes; a commitment has 32`;
    findings.add('entries-malformed', path, message);
    return null;
  }
  return entries.slice(0, width);
}
