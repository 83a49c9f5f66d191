import { recordEvent } from '../ledger/index.ts';
import { HOUR, later } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { type Person, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { makeToken, readToken, sameBytes, type ReadToken } from '../platform/tokens.ts';
import { hashPassword } from './passwords.ts';
import { mayResetPassword } from './policy.ts';
import { dropRecoveryCodes } from './recovery-codes.ts';
import { endSessionsOf } from './sessions.ts';
import { lockPeople, readDesk, readPerson, readStanding } from './store.ts';

const resetLife = 4 * HOUR;

/**
 * Makes a link by which a person sets a new password, once; earlier links of theirs are void. Until
 * it is used, nothing changes for them. The link is in the answer and nowhere else.
 *
 * @throws ProblemError `not-allowed` for oneself and for somebody who holds a role one does not hold,
 *   `conflict` for somebody suspended
 */
export async function offerPasswordReset(
  platform: Platform,
  trx: Trx,
  { deskId, personId: madeBy }: Person,
  { personId, factorsOff }: { personId: string; factorsOff: boolean },
): Promise<{ link: string; expires_at: string }> {
  await lockPeople(trx, deskId);
  const target = await readStanding(trx, deskId, personId);
  if (personId === madeBy) throw refusal('reset-own');
  if (!mayResetPassword(await readStanding(trx, deskId, madeBy), target))
    throw refusal('reset-beyond');
  if (target.status !== 'active') throw refusal('reset-suspended');
  const now = platform.clock.now();
  await withdrawResets(platform, trx, deskId, personId);
  const id = newId();
  const { token, hash } = makeToken('password_reset', deskId, id);
  const expiresAt = later(now, resetLife);
  await trx
    .insertInto('password_reset')
    .values({
      desk_id: deskId,
      password_reset_id: id,
      person_id: personId,
      token_hash: hash,
      factors_off: factorsOff,
      made_by: madeBy,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
      withdrawn_at: null,
    })
    .execute();
  await recordEvent(platform, trx, deskId, {
    kind: 'person.password_reset_offered',
    subjectId: personId,
    event: { person: personId, by: madeBy, factors_off: factorsOff },
  });
  return {
    link: `${platform.config.publicUrl}/reset#${token}`,
    expires_at: expiresAt.toISOString(),
  };
}

/** What an open link says. @throws ProblemError `gone` when it is not one, or not any more */
export async function checkPasswordReset(platform: Platform, text: string) {
  const token = tokenOf(text);
  return platform.database.inDesk(token.deskId, async (trx) => {
    const { person_id, expires_at, factors_off } = await readOpen(platform, trx, token);
    const [desk, person] = [
      await readDesk(trx, token.deskId),
      await readPerson(trx, token.deskId, person_id),
    ];
    return {
      desk_name: desk.name,
      email: person.email,
      factors_off,
      expires_at: expires_at.toISOString(),
    };
  });
}

/**
 * Sets the new password, ends all sessions of the person, and where the link says so takes their
 * one-time codes, recovery codes and passkeys away. It signs nobody in: who holds the link must
 * still show the second factor at the door.
 *
 * @throws ProblemError `gone`
 */
export async function resetPassword(
  platform: Platform,
  { token: text, password }: { token: string; password: string },
): Promise<void> {
  const token = tokenOf(text);
  const { deskId } = token;
  // Looked at first, so that strangers cannot make us hash.
  await platform.database.inDesk(deskId, (trx) => readOpen(platform, trx, token));
  const passwordHash = await hashPassword(password);
  await platform.database.inDesk(deskId, async (trx) => {
    await lockPeople(trx, deskId);
    const { person_id: personId, made_by, factors_off } = await readOpen(platform, trx, token);
    const now = platform.clock.now();
    const noFactors = { totp_secret: null, totp_pending: null, totp_last_step: null };
    await trx
      .updateTable('person')
      .set({
        password_hash: passwordHash,
        code_failures: 0,
        code_failed_at: null,
        ...(factors_off ? noFactors : {}),
      })
      .where('desk_id', '=', deskId)
      .where('person_id', '=', personId)
      .execute();
    if (factors_off) {
      await dropRecoveryCodes(trx, deskId, personId);
      await trx
        .deleteFrom('passkey')
        .where('desk_id', '=', deskId)
        .where('person_id', '=', personId)
        .execute();
    }
    await endSessionsOf(trx, deskId, personId);
    await trx
      .updateTable('password_reset')
      .set({ used_at: now })
      .where('desk_id', '=', deskId)
      .where('password_reset_id', '=', token.id)
      .execute();
    await recordEvent(platform, trx, deskId, {
      kind: 'person.password_reset',
      subjectId: personId,
      event: { person: personId, link_by: made_by, factors_off, at: now.toISOString() },
    });
  });
}

/** Makes all open links of a person worthless. */
export async function withdrawResets(
  { clock }: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  personId: string,
): Promise<void> {
  await trx
    .updateTable('password_reset')
    .set({ withdrawn_at: clock.now() })
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** The link, if it is open and whoever made it could still make it. */
async function readOpen({ clock }: Platform, trx: Trx, { deskId, id, hash }: ReadToken) {
  const reset = await trx
    .selectFrom('password_reset')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('password_reset_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (reset === undefined || !sameBytes(reset.token_hash, hash)) throw resetOver();
  const isOpen =
    reset.used_at === null && reset.withdrawn_at === null && reset.expires_at > clock.now();
  const target = await readStanding(trx, deskId, reset.person_id);
  const maker = await readStanding(trx, deskId, reset.made_by);
  if (!isOpen || target.status !== 'active' || !mayResetPassword(maker, target)) throw resetOver();
  return reset;
}

function tokenOf(text: string): ReadToken {
  const token = readToken('password_reset', text);
  if (token === null) throw resetOver();
  return token;
}

function resetOver() {
  return refusal('reset-over');
}
