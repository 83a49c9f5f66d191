import { Secret, TOTP } from 'otpauth';
import type { Platform } from '../platform/platform.ts';

const purpose = 'one-time codes';
const period = 30;

/** A new secret for an authenticator app: sealed to keep, and once in clear to show. */
export function makeCodeSecret(
  { secrets, config }: Pick<Platform, 'secrets' | 'config'>,
  email: string,
): { sealed: Buffer; secret: string; uri: string } {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({
    issuer: `Commonweal ${new URL(config.publicUrl).hostname}`,
    label: email,
    secret,
    period,
  });
  return {
    sealed: secrets.seal(purpose, secret.bytes),
    secret: secret.base32,
    uri: totp.toString(),
  };
}

/** What a code is checked against. */
export interface CodeCheck {
  readonly sealed: Buffer;
  readonly code: string;
  /** The step of the last code accepted, or null. */
  readonly lastStep: number | null;
}

/**
 * The 30-second step of a right code, one step early or late allowed; null when it is wrong, or not
 * newer than the last one accepted (RFC 6238 section 5.2: a code is taken once).
 */
export function stepOfCode(
  { secrets, clock }: Pick<Platform, 'secrets' | 'clock'>,
  { sealed, code, lastStep }: CodeCheck,
): number | null {
  const timestamp = clock.now().getTime();
  const bytes = secrets.open(purpose, sealed);
  const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer });
  const delta = TOTP.validate({ token: code, secret, period, timestamp, window: 1 });
  if (delta === null) return null;
  const step = TOTP.counter({ period, timestamp }) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
