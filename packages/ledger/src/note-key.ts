import { KeyObject, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { HASH_SIZE, equalBytes, fromBase64, toBase64 } from './bytes.ts';
import { LedgerError } from './errors.ts';
import { sha256 } from './merkle-hash.ts';

/** C2SP signed-note's byte for plain Ed25519 signatures. */
const ED25519 = 0x01;

/** One who signs notes: `publicKey` is the 32 raw bytes; `sign` may live in a hardware token. */
export type NoteSigner = {
  name: string;
  publicKey: Uint8Array;
  sign: (text: Uint8Array) => Uint8Array;
};

/** A key that notes are checked against. */
export type NoteVerifier = {
  name: string;
  keyId: Uint8Array;
  publicKey: Uint8Array;
  verify: (text: Uint8Array, signature: Uint8Array) => boolean;
};

/** Whether a note can carry this key name: not empty, no white space, control characters or `+`. */
export function isKeyName(name: string): boolean {
  return /^(?:(?![\p{White_Space}+])[\u0020-\u{10ffff}])+$/u.test(name) && name.isWellFormed();
}

/**
 * Refuses a key name that a note cannot carry.
 *
 * @throws LedgerError `bad-key`.
 */
export function requireKeyName(name: string): void {
  if (!isKeyName(name)) {
    throw new LedgerError(
      'bad-key',
      `${JSON.stringify(name)} cannot name a key: use text without spaces, control characters or +`,
    );
  }
}

/** The first four bytes of SHA-256(name || 0x0A || 0x01 || public key) (C2SP signed-note). */
export function noteKeyId(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ED25519), publicKey])).slice(
    0,
    4,
  );
}

/**
 * The text by which others know a key: `name+keyid+base64(0x01 || public key)`. Publish it apart
 * from the log, so that who controls the log's files cannot swap it.
 *
 * @throws LedgerError `bad-key` for a name a note cannot carry or a key that is not 32 bytes.
 */
export function verifierKey(name: string, publicKey: Uint8Array): string {
  requireKeyName(name);
  if (publicKey.length !== HASH_SIZE) {
    throw new LedgerError('bad-key', `an Ed25519 public key has 32 bytes, not ${publicKey.length}`);
  }
  const id = Buffer.from(noteKeyId(name, publicKey)).toString('hex');
  return `${name}+${id}+${toBase64(Buffer.concat([Uint8Array.of(ED25519), publicKey]))}`;
}

/**
 * Reads a verifier key.
 *
 * @throws LedgerError `bad-key` when malformed, of another algorithm, or with a key id not its own.
 */
export function parseVerifierKey(vkey: string): NoteVerifier {
  // The base64 part may itself hold a plus; the name and the id may not.
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(vkey) ?? [];
  if (name === undefined || id === undefined || encoded === undefined) {
    throw new LedgerError('bad-key', 'a verifier key reads name+keyid+base64');
  }
  requireKeyName(name);
  const typed = fromBase64(encoded, 'bad-key', 'the verifier key');
  if (typed[0] !== ED25519 || typed.length !== 1 + HASH_SIZE) {
    throw new LedgerError('bad-key', 'the verifier key is not a plain Ed25519 key (type 1)');
  }
  const publicKey = typed.subarray(1);
  const keyId = noteKeyId(name, publicKey);
  if (!equalBytes(keyId, Buffer.from(id, 'hex'))) {
    throw new LedgerError('bad-key', `the verifier key's id ${id} does not belong to its key`);
  }
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return {
    name,
    keyId,
    publicKey,
    verify: (text, signature) => signature.length === 64 && verify(null, text, key, signature),
  };
}

// RFC 8410's frame around a 32-byte Ed25519 seed.
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * A signer from a 32-byte Ed25519 seed (RFC 8032), or from a private key that Node holds.
 *
 * @throws LedgerError `bad-key` for a name a note cannot carry, or a key that is not Ed25519.
 */
export function noteSigner(name: string, seedOrKey: Uint8Array | KeyObject): NoteSigner {
  requireKeyName(name);
  if (!(seedOrKey instanceof KeyObject) && seedOrKey.length !== HASH_SIZE) {
    throw new LedgerError('bad-key', `an Ed25519 seed has 32 bytes, not ${seedOrKey.length}`);
  }
  const key =
    seedOrKey instanceof KeyObject
      ? seedOrKey
      : createPrivateKey({
          key: Buffer.concat([PKCS8_ED25519, seedOrKey]),
          format: 'der',
          type: 'pkcs8',
        });
  if (key.type !== 'private' || key.asymmetricKeyType !== 'ed25519') {
    throw new LedgerError('bad-key', 'a note is signed with a private Ed25519 key');
  }
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return {
    name,
    publicKey: Buffer.from(String(x), 'base64url'),
    sign: (text) => sign(null, text, key),
  };
}
