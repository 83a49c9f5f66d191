import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { recordEvent } from '../ledger/index.ts';
import { later, MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { problem, type Person } from '../platform/http/index.ts';
import { idBytes, newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { presentPasskey } from './present.ts';
import { startSession, type SignedIn } from './sessions.ts';
import './tables.ts';

/** Browsers hand these over as JSON; the library checks every part (W3C WebAuthn Level 3). */
type Message = Record<string, unknown>;
interface Begun {
  readonly challenge_id: string;
  readonly options: Message;
}

const challengeLife = 5 * MINUTE;

/** Begins adding a passkey to a person's own account. */
export async function beginPasskey(
  platform: Platform,
  { deskId, personId }: Person,
): Promise<Begun> {
  return platform.database.inDesk(deskId, async (trx) => {
    const { name, email } = await trx
      .selectFrom('person')
      .select(['name', 'email'])
      .where('desk_id', '=', deskId)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    const known = await trx
      .selectFrom('passkey')
      .select(['credential_id', 'transports'])
      .where('desk_id', '=', deskId)
      .where('person_id', '=', personId)
      .execute();
    const options = await generateRegistrationOptions({
      rpName: 'Commonweal',
      rpID: place(platform).rpId,
      userID: Uint8Array.from(idBytes(personId)),
      userName: email,
      userDisplayName: name,
      excludeCredentials: known.map(({ credential_id: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return keepChallenge(platform, trx, {
      deskId,
      personId,
      purpose: 'add_passkey',
      options: { ...options },
    });
  });
}

/** Adds the passkey. @throws ProblemError `gone` for a challenge over or not one's own, `invalid`, `conflict` */
export async function finishPasskey(
  platform: Platform,
  { deskId, personId }: Person,
  { challenge_id, name, response }: { challenge_id: string; name: string; response: Message },
): Promise<ReturnType<typeof presentPasskey>> {
  const expectedChallenge = await takeChallenge(platform, deskId, challenge_id, {
    purpose: 'add_passkey',
    personId,
  });
  const { origin, rpId } = place(platform);
  const verified = await verifyRegistrationResponse({
    response: response as unknown as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
  }).catch(() => null);
  if (!verified?.verified)
    throw problem('invalid', 'The passkey could not be verified. Begin again.', {
      errors: [{ pointer: '/response', detail: 'does not verify' }],
    });
  const { credential } = verified.registrationInfo;
  const passkey = {
    desk_id: deskId,
    passkey_id: newId(),
    person_id: personId,
    credential_id: credential.id,
    public_key: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name,
    created_at: platform.clock.now(),
    last_used_at: null,
  };
  await platform.database.inDesk(deskId, async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('passkey')
      .values(passkey)
      .onConflict((on) => on.columns(['desk_id', 'credential_id']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n)
      throw problem('conflict', 'This passkey is already in use on this desk.');
    await recordEvent(platform, trx, deskId, {
      kind: 'person.passkey_added',
      subjectId: personId,
      event: { passkey: passkey.passkey_id, person: personId },
    });
  });
  return presentPasskey(passkey);
}

/** Begins a sign-in with whatever passkey the browser has for us. */
export async function beginPasskeySignIn(platform: Platform, deskId: string): Promise<Begun> {
  const options = await generateAuthenticationOptions({
    rpID: place(platform).rpId,
    userVerification: 'required',
  });
  return platform.database.inDesk(deskId, (trx) =>
    keepChallenge(platform, trx, {
      deskId,
      personId: null,
      purpose: 'sign_in',
      options: { ...options },
    }),
  );
}

/**
 * Signs in with a passkey: it stands for both factors, since the device has verified its user.
 *
 * @throws ProblemError `gone` for a challenge that is over, `wrong-credentials`
 */
export async function finishPasskeySignIn(
  platform: Platform,
  deskId: string,
  { challenge_id, response }: { challenge_id: string; response: Message },
): Promise<SignedIn> {
  const expectedChallenge = await takeChallenge(platform, deskId, challenge_id, {
    purpose: 'sign_in',
    personId: null,
  });
  const { origin, rpId } = place(platform);
  return platform.database.inDesk(deskId, async (trx) => {
    const passkey = await findPasskey(trx, deskId, response['id']);
    if (passkey === undefined) throw notAccepted();
    const verified = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      credential: {
        id: passkey.credential_id,
        publicKey: Uint8Array.from(passkey.public_key),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    }).catch(() => null);
    if (!verified?.verified) throw notAccepted();
    await trx
      .updateTable('passkey')
      .set({
        counter: verified.authenticationInfo.newCounter,
        last_used_at: platform.clock.now(),
      })
      .where('desk_id', '=', deskId)
      .where('passkey_id', '=', passkey.passkey_id)
      .execute();
    return startSession(platform, trx, deskId, passkey.person_id);
  });
}

/** The passkey of an active person, locked so that its counter is compared once at a time. */
async function findPasskey(trx: Trx, deskId: string, credentialId: unknown) {
  if (typeof credentialId !== 'string') return undefined;
  return trx
    .selectFrom('passkey')
    .innerJoin('person', (join) =>
      join
        .onRef('person.desk_id', '=', 'passkey.desk_id')
        .onRef('person.person_id', '=', 'passkey.person_id'),
    )
    .selectAll('passkey')
    .where('passkey.desk_id', '=', deskId)
    .where('passkey.credential_id', '=', credentialId)
    .where('person.status', '=', 'active')
    .forUpdate()
    .executeTakeFirst();
}

async function keepChallenge(
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
async function takeChallenge(
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
  if (taken === undefined || taken.expires_at <= clock.now())
    throw problem(
      'gone',
      'This took longer than five minutes or was answered before. Begin again.',
    );
  return taken.challenge;
}

/** Where passkeys are bound to: the host people type, and nothing a request says. */
function place({ config }: Pick<Platform, 'config'>): { origin: string; rpId: string } {
  const { origin, hostname } = new URL(config.publicUrl);
  return { origin, rpId: hostname };
}

function notAccepted() {
  return problem('wrong-credentials', 'This passkey was not accepted on this desk.');
}
