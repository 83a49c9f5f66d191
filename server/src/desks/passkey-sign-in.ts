import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server';
import type { Trx } from '../platform/database/index.ts';
import { refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import {
  keepChallenge,
  place,
  takeChallenge,
  type Begun,
  type Message,
} from './passkey-challenges.ts';
import { startSession, type SignedIn } from './sessions.ts';

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
  if (typeof credentialId !== 'string' || !/^[\w-]{1,1400}$/.test(credentialId)) return undefined;
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

function notAccepted() {
  return refusal('passkey-refused');
}
