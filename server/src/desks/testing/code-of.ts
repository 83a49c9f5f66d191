import { TOTP } from 'otpauth';

/** What an authenticator app with this secret (base 32) shows at that time. */
export function codeOf(secret: string, at: Date): string {
  return new TOTP({ secret }).generate({ timestamp: at.getTime() });
}
