import { HASH_SIZE, fromBase64, toBase64 } from './bytes.ts';
import { LedgerError } from './errors.ts';
import { requireHash } from './merkle-hash.ts';
import { requireSize } from './merkle-shape.ts';
import { openNote } from './note.ts';
import { parseVerifierKey } from './note-key.ts';

/** The head of a log: its lasting name, how many leaves, and their root. */
export type Checkpoint = { origin: string; size: number; root: Uint8Array; extensions?: string[] };

function requireLine(line: string, what: string): void {
  if (line === '' || line.includes('\n')) {
    throw new LedgerError('bad-checkpoint', `${what} must be one line that is not empty`);
  }
}

/**
 * The text of a checkpoint, ready to sign (C2SP tlog-checkpoint). The log's key name should be
 * its origin; `verifyLog` expects so unless told otherwise.
 *
 * @throws LedgerError `bad-checkpoint`, `bad-range` or `bad-hash` for a value it cannot carry.
 */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  requireLine(origin, 'the origin');
  for (const line of extensions) requireLine(line, 'an extension');
  requireSize(size, 'size');
  requireHash(root, 'the root');
  return [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
}

/**
 * Reads the text of a checkpoint: of an opened note, never of one whose signature was not checked.
 *
 * @throws LedgerError `bad-checkpoint`.
 */
export function parseCheckpoint(text: string): Checkpoint {
  if (!text.endsWith('\n')) {
    throw new LedgerError('bad-checkpoint', 'a checkpoint ends in a newline');
  }
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || size === undefined || root === undefined) {
    throw new LedgerError('bad-checkpoint', 'a checkpoint has an origin, a size and a root');
  }
  requireLine(origin, 'the origin');
  for (const line of extensions) requireLine(line, 'an extension');
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) {
    throw new LedgerError('bad-checkpoint', `${JSON.stringify(size)} is not a tree size`);
  }
  const hash = fromBase64(root, 'bad-checkpoint', 'the root');
  if (hash.length !== HASH_SIZE) {
    throw new LedgerError('bad-checkpoint', `the root has ${hash.length} bytes, not 32`);
  }
  const head = { origin, size: Number(size), root: hash };
  return extensions.length === 0 ? head : { ...head, extensions };
}

/**
 * Opens a signed checkpoint: signature, form, and that it is of the log one means.
 *
 * @param origin the log's name; the key's name when not given.
 * @throws LedgerError `bad-note`, `untrusted-note`, `bad-key` or `bad-checkpoint`.
 */
export function openCheckpoint(
  note: string | Uint8Array,
  vkey: string,
  origin: string = parseVerifierKey(vkey).name,
): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, [vkey]).text);
  if (checkpoint.origin !== origin) {
    throw new LedgerError(
      'bad-checkpoint',
      `the checkpoint is of the log ${checkpoint.origin}, not of ${origin}`,
    );
  }
  return checkpoint;
}
