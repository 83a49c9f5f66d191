import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { idBytes, idFromBytes } from './ids.ts';

/**
 * Secrets that people and programs carry: sessions, API keys, invitations, links that reset a
 * password. A token names its desk and its record, so that finding it never needs to look across
 * desks, and ends in 32 random bytes of which only the SHA-256 is stored.
 */
const prefixes = {
  session: 'cws_',
  api_key: 'cwk_',
  invitation: 'cwi_',
  password_reset: 'cwp_',
} as const;
export type TokenKind = keyof typeof prefixes;

export interface ReadToken {
  readonly deskId: string;
  readonly id: string;
  readonly hash: Buffer;
}

/** A fresh token and the hash to keep. */
export function makeToken(
  kind: TokenKind,
  deskId: string,
  id: string,
): { token: string; hash: Buffer } {
  const secret = randomBytes(32);
  const body = Buffer.concat([idBytes(deskId), idBytes(id), secret]).toString('base64url');
  return { token: prefixes[kind] + body, hash: hash('sha256', secret, 'buffer') };
}

/** Tokens read lately: a program sends the same one thousands of times a second. */
const lately = new Map<string, ReadToken>();
const mostLately = 1000;

/** What a token says, or null when it is not one of this kind. The caller compares the hash. */
export function readToken(kind: TokenKind, token: string): ReadToken | null {
  if (!token.startsWith(prefixes[kind])) return null;
  const known = lately.get(token);
  if (known !== undefined) return known;
  const bytes = Buffer.from(token.slice(prefixes[kind].length), 'base64url');
  if (bytes.length !== 64) return null;
  const read = {
    deskId: idFromBytes(bytes.subarray(0, 16)),
    id: idFromBytes(bytes.subarray(16, 32)),
    hash: hash('sha256', bytes.subarray(32), 'buffer'),
  };
  if (lately.size >= mostLately) lately.clear();
  lately.set(token, read);
  return read;
}

/** Equality in constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
