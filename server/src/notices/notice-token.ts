import type { Config } from '../platform/config.ts';
import { idBytes, idFromBytes } from '../platform/ids.ts';
import type { Secrets } from '../platform/secrets.ts';
import { sameBytes } from '../platform/tokens.ts';

/** Which notice a link opens. */
export interface NoticeKey {
  readonly deskId: string;
  readonly noticeId: string;
}

const length = 64; // characters: 48 bytes in base64url
const sealLength = 16;

/** The secret end of a notice's link: desk, notice and 128 bits nobody can make without our secret. */
export function noticeToken(
  secrets: Pick<Secrets, 'mac'>,
  { deskId, noticeId }: NoticeKey,
): string {
  const named = Buffer.concat([idBytes(deskId), idBytes(noticeId)]);
  return Buffer.concat([named, sealOf(secrets, named)]).toString('base64url');
}

/** The notice of a link, or null when the link was not made here. Compared in constant time. */
export function readNoticeToken(secrets: Pick<Secrets, 'mac'>, token: string): NoticeKey | null {
  const bytes = Buffer.from(token, 'base64url');
  // Written again and compared, so that one notice has one address.
  if (token.length !== length || bytes.toString('base64url') !== token) return null;
  const named = bytes.subarray(0, 32);
  if (!sameBytes(bytes.subarray(32), sealOf(secrets, named))) return null;
  return { deskId: idFromBytes(named.subarray(0, 16)), noticeId: idFromBytes(named.subarray(16)) };
}

/** The path of a notice's page. */
export function noticePath(secrets: Pick<Secrets, 'mac'>, key: NoticeKey): string {
  return `/n/${noticeToken(secrets, key)}`;
}

/** The whole address of a notice's page, to be handed on. */
export function addressOf(
  {
    config,
    secrets,
  }: { readonly config: Pick<Config, 'publicUrl'>; readonly secrets: Pick<Secrets, 'mac'> },
  key: NoticeKey,
): string {
  return config.publicUrl + noticePath(secrets, key);
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base 32: nothing looks alike

/** A short number for letters and telephone calls: 40 random bits of the id. */
export function referenceOf(noticeId: string): string {
  let bits = idBytes(noticeId)
    .subarray(11)
    .reduce((sum, byte) => sum * 256 + byte, 0);
  let text = '';
  for (let place = 0; place < 8; place += 1) {
    text = (letters[bits % 32] ?? '') + text;
    bits = Math.floor(bits / 32);
  }
  return `N-${text.slice(0, 4)}-${text.slice(4)}`;
}

function sealOf(secrets: Pick<Secrets, 'mac'>, named: Uint8Array): Buffer {
  return secrets.mac('notice', named).subarray(0, sealLength);
}
