import { equalBytes, fromBase64, toBase64 } from './bytes.ts';
import { LedgerError } from './errors.ts';
import { isKeyName, noteKeyId, parseVerifierKey, requireKeyName } from './note-key.ts';
import type { NoteSigner } from './note-key.ts';

/** Who signed: key name, and key id as eight hexadecimal digits. */
export type NoteSignature = { name: string; keyId: string };

/** A note whose signature held: its text, who verifiably signed it, and signatures not checked. */
export type OpenedNote = { text: string; signedBy: NoteSignature[]; unknown: NoteSignature[] };

const MAX_NOTE_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;

type SignatureLine = NoteSignature & { id: Uint8Array; signature: Uint8Array };

function badNote(message: string): LedgerError {
  return new LedgerError('bad-note', message);
}

function requireNoteText(text: string): void {
  if (!text.isWellFormed()) throw badNote('the note is not valid Unicode');
  if (/[^\n\u0020-\u{10ffff}]/u.test(text)) throw badNote('the note holds a control character');
}

function signatureLine(name: string, keyId: Uint8Array, signature: Uint8Array): string {
  return `\u2014 ${name} ${toBase64(Buffer.concat([keyId, signature]))}\n`;
}

/**
 * Signs a text as a C2SP signed note. The text ends in a newline.
 *
 * @throws LedgerError `bad-note` for a text a note cannot carry, or without a signer.
 */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  requireNoteText(text);
  if (!text.endsWith('\n')) throw badNote('the text of a note ends in a newline');
  if (signers.length === 0) throw badNote('a note needs a signer');
  const bytes = Buffer.from(text);
  const lines = signers.map(({ name, publicKey, sign }) => {
    requireKeyName(name);
    return signatureLine(name, noteKeyId(name, publicKey), sign(bytes));
  });
  return `${text}\n${lines.join('')}`;
}

function parseSignature(line: string): SignatureLine {
  const [, name, encoded] = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) {
    throw badNote(`${JSON.stringify(line.slice(0, 80))} is not a signature line`);
  }
  const bytes = fromBase64(encoded, 'bad-note', `the signature of ${name}`);
  if (bytes.length < 5) throw badNote(`the signature of ${name} is cut short`);
  const id = bytes.subarray(0, 4);
  return { name, id, keyId: Buffer.from(id).toString('hex'), signature: bytes.subarray(4) };
}

function decodeNote(note: string | Uint8Array): string {
  if (note.length > MAX_NOTE_BYTES) throw badNote('the note is larger than a megabyte');
  if (typeof note === 'string') return note;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(note);
  } catch {
    throw badNote('the note is not UTF-8');
  }
}

function splitNote(note: string | Uint8Array): { text: string; signatures: SignatureLine[] } {
  const whole = decodeNote(note);
  requireNoteText(whole);
  const blank = whole.lastIndexOf('\n\n');
  if (blank < 0 || !whole.endsWith('\n') || blank + 2 === whole.length) {
    throw badNote('a note is a text, an empty line and signature lines, each ending in a newline');
  }
  const lines = whole.slice(blank + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw badNote('the note has more than 100 signatures');
  return { text: whole.slice(0, blank + 1), signatures: lines.map(parseSignature) };
}

/**
 * Opens a note: checks every signature by a trusted key, and ignores those by other keys.
 *
 * @throws LedgerError `bad-note` when malformed; `untrusted-note` when a trusted key's signature
 * does not hold, or no trusted key signed; `bad-key` for a malformed key.
 */
export function openNote(note: string | Uint8Array, vkeys: readonly string[]): OpenedNote {
  const verifiers = vkeys.map(parseVerifierKey);
  const { text, signatures } = splitNote(note);
  const bytes = Buffer.from(text);
  const signedBy: NoteSignature[] = [];
  const unknown: NoteSignature[] = [];
  for (const { name, keyId, id, signature } of signatures) {
    const known = verifiers.filter((key) => key.name === name && equalBytes(key.keyId, id));
    if (known.length === 0) {
      unknown.push({ name, keyId });
    } else if (known.some((key) => key.verify(bytes, signature))) {
      if (!signedBy.some((by) => by.name === name && by.keyId === keyId)) {
        signedBy.push({ name, keyId });
      }
    } else {
      throw new LedgerError('untrusted-note', `the signature of ${name} (${keyId}) does not hold`);
    }
  }
  if (signedBy.length === 0) {
    const names = verifiers.map((key) => key.name).join(', ');
    throw new LedgerError('untrusted-note', `the note is not signed by a trusted key (${names})`);
  }
  return { text, signedBy, unknown };
}
