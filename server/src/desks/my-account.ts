import type { Locale, Person as PersonReply } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { fault, type Person, refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { makeCodeSecret, stepOfCode } from './one-time-codes.ts';
import { hashPassword } from './passwords.ts';
import { presentPerson } from './present.ts';
import { dropRecoveryCodes } from './recovery-codes.ts';
import { requirePassword, wrongPassword } from './require-password.ts';
import { withdrawResets } from './reset-password.ts';
import { endSessionsOf, rotateToken } from './sessions.ts';
import { readPerson } from './store.ts';

/** Changes a person's own name or language. */
export async function updateMe(
  platform: Platform,
  trx: Trx,
  me: Person,
  change: { name?: string; language?: Locale },
): Promise<PersonReply> {
  if (Object.keys(change).length > 0) {
    await updateRow(trx, me, change);
    await record(platform, trx, me, 'person.changed');
  }
  return presentPerson(await readPerson(trx, me.deskId, me.personId));
}

/**
 * Changes a person's own password and ends all their other sessions; the one in use gets a new token.
 *
 * @returns the new token of this session
 * @throws ProblemError when the current password is wrong
 */
export async function changePassword(
  platform: Platform,
  me: Person,
  { current, next, address }: { current: string; next: string; address: string },
): Promise<string> {
  const checked = await requirePassword(platform, me, {
    password: current,
    address,
    field: '/current',
  });
  const passwordHash = await hashPassword(next);
  return platform.database.inDesk(me.deskId, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('person')
      .set({ password_hash: passwordHash })
      .where('desk_id', '=', me.deskId)
      .where('person_id', '=', me.personId)
      .where('password_hash', '=', checked)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw wrongPassword('/current');
    await endSessionsOf(trx, me.deskId, me.personId, me.sessionId);
    await withdrawResets(platform, trx, me.deskId, me.personId);
    await record(platform, trx, me, 'person.password_changed');
    return rotateToken(trx, me.deskId, me.sessionId);
  });
}

/** Begins one-time codes: shows a secret, which is not in force before a code from it was shown. */
export async function beginTotp(
  platform: Platform,
  trx: Trx,
  me: Person,
): Promise<{ secret: string; uri: string }> {
  const person = await readPerson(trx, me.deskId, me.personId);
  if (person.totp) throw refusal('one-time-codes-on');
  const { sealed, secret, uri } = makeCodeSecret(platform, person.email);
  await updateRow(trx, me, { totp_pending: sealed });
  return { secret, uri };
}

/** Switches one-time codes on. @throws ProblemError for a wrong code, or without a beginning */
export async function confirmTotp(
  platform: Platform,
  trx: Trx,
  me: Person,
  code: string,
): Promise<PersonReply> {
  const { totp_pending: sealed } = await trx
    .selectFrom('person')
    .select('totp_pending')
    .where('desk_id', '=', me.deskId)
    .where('person_id', '=', me.personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (sealed === null) throw refusal('one-time-codes-not-begun');
  const step = stepOfCode(platform, { sealed, code, lastStep: null });
  if (step === null)
    throw refusal('one-time-code-wrong', {
      errors: [fault('/code', 'not-the-code')],
    });
  // The code that switches codes on is used up by that.
  await updateRow(trx, me, { totp_secret: sealed, totp_pending: null, totp_last_step: step });
  await record(platform, trx, me, 'person.codes_on');
  return presentPerson(await readPerson(trx, me.deskId, me.personId));
}

/** Switches one-time codes off, and with them the recovery codes. @throws ProblemError when the password is wrong */
export async function removeTotp(
  platform: Platform,
  me: Person,
  { password, address }: { password: string; address: string },
): Promise<PersonReply> {
  await requirePassword(platform, me, { password, address, field: '/password' });
  return platform.database.inDesk(me.deskId, async (trx) => {
    await updateRow(trx, me, { totp_secret: null, totp_pending: null, totp_last_step: null });
    await dropRecoveryCodes(trx, me.deskId, me.personId);
    await record(platform, trx, me, 'person.codes_off');
    return presentPerson(await readPerson(trx, me.deskId, me.personId));
  });
}

interface OwnFields {
  readonly name?: string;
  readonly language?: Locale;
  readonly totp_secret?: Buffer | null;
  readonly totp_pending?: Buffer | null;
  readonly totp_last_step?: number | null;
}

async function updateRow(trx: Trx, { deskId, personId }: Person, fields: OwnFields): Promise<void> {
  await trx
    .updateTable('person')
    .set(fields)
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId)
    .execute();
}

async function record(platform: Platform, trx: Trx, me: Person, kind: string): Promise<void> {
  await recordEvent(platform, trx, me.deskId, {
    kind,
    subjectId: me.personId,
    event: { person: me.personId, at: platform.clock.now().toISOString() },
  });
}
