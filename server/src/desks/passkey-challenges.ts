import { later, MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import './tables.ts';

/** Browsers hand these over as JSON; the library checks every part (W3C WebAuthn Level 3). */
export type Message = Record<string, unknown>;

/** A ceremony begun: what the browser is to answer, and where we find the question again. */
export interface Begun {
  readonly challenge_id: string;
  readonly options: Message;
}

const challengeLife = 5 * MINUTE;

/** Keeps a ceremony's challenge for its one answer. */
export async function keepChallenge(
  { clock }: Platform,
  trx: Trx,
  kept: {
    deskId: string;
    personId: string | null;
    purpose: 'add_passkey' | 'sign_in';
    options: Message;
  },
): Promise<Begun> {
  const challengeId = newId();
  await trx
    .insertInto('auth_challenge')
    .values({
      desk_id: kept.deskId,
      challenge_id: challengeId,
      purpose: kept.purpose,
      person_id: kept.personId,
      challenge: String(kept.options['challenge']),
      expires_at: later(clock.now(), challengeLife),
    })
    .execute();
  return { challenge_id: challengeId, options: kept.options };
}

/** Takes a challenge out for good, in a transaction of its own: a failed answer spends it too. */
export async function takeChallenge(
  { database, clock }: Platform,
  deskId: string,
  challengeId: string,
  { purpose, personId }: { purpose: 'add_passkey' | 'sign_in'; personId: string | null },
): Promise<string> {
  const taken = await database.inDesk(deskId, (trx) =>
    trx
      .deleteFrom('auth_challenge')
      .where('desk_id', '=', deskId)
      .where('challenge_id', '=', challengeId)
      .where('purpose', '=', purpose)
      .where('person_id', 'is not distinct from', personId)
      .returning(['challenge', 'expires_at'])
      .executeTakeFirst(),
  );
  if (taken === undefined || taken.expires_at <= clock.now()) throw refusal('passkey-late');
  return taken.challenge;
}

/** Where passkeys are bound to: the host people type, and nothing a request says. */
export function place({ config }: Pick<Platform, 'config'>): { origin: string; rpId: string } {
  const { origin, hostname } = new URL(config.publicUrl);
  return { origin, rpId: hostname };
}
