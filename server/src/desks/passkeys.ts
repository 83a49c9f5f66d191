import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { recordEvent } from '../ledger/index.ts';
import { fault, type Person, refusal } from '../platform/http/index.ts';
import { idBytes, newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import {
  keepChallenge,
  place,
  takeChallenge,
  type Begun,
  type Message,
} from './passkey-challenges.ts';
import { presentPasskey } from './present.ts';

/** How a device may be reached (WebAuthn Level 3 section 5.8.4); whatever else a browser says is dropped. */
const knownTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

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
    throw refusal('passkey-unverified', {
      errors: [fault('/response', 'does-not-verify')],
    });
  const { credential } = verified.registrationInfo;
  const passkey = {
    desk_id: deskId,
    passkey_id: newId(),
    person_id: personId,
    credential_id: credential.id,
    public_key: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: knownTransports.filter((way) => credential.transports?.includes(way)),
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
    if (numInsertedOrUpdatedRows === 0n) throw refusal('passkey-in-use');
    await recordEvent(platform, trx, deskId, {
      kind: 'person.passkey_added',
      subjectId: personId,
      event: { passkey: passkey.passkey_id, person: personId },
    });
  });
  return presentPasskey(passkey);
}
