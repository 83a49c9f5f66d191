import { type BodyOf, operations } from '@commonweal/contract';
import { MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { findDesk } from '../platform/directory.ts';
import { type ProblemError, refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { stepOfCode } from './one-time-codes.ts';
import { passwordMatches } from './passwords.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import { startSession, type SignedIn } from './sessions.ts';
import {
  clearAttempts,
  countAttempt,
  waitAfter,
  waitFirst,
  type Attempt,
} from './slow-guessing.ts';

type Credentials = BodyOf<typeof operations.signIn>;

/**
 * Signs a person in with a password and, where set up, a one-time or a recovery code. Whether a desk,
 * a person or a password was wrong is told to nobody, neither in words nor by the time it takes.
 *
 * @throws ProblemError `wrong-credentials`, or `too-many` with the seconds to wait
 */
export async function signIn(
  platform: Platform,
  credentials: Credentials,
  address: string,
): Promise<SignedIn | 'code_needed'> {
  const { database } = platform;
  const desk = await findDesk(database, credentials.desk);
  if (desk === null) {
    await passwordMatches(null, credentials.password);
    throw wrongCredentials();
  }
  const { deskId } = desk;
  const attempt: Attempt = { deskId, email: credentials.email, address };
  const person = await database.inDesk(deskId, async (trx) => {
    const wait = await countAttempt(platform, trx, attempt);
    return wait > 0 ? waitFirst(wait) : findPerson(trx, deskId, credentials.email);
  });
  if (person instanceof Error) throw person;
  const isRight = await passwordMatches(person?.password_hash ?? null, credentials.password);
  if (!isRight || person?.status !== 'active') throw wrongCredentials();
  // A refusal is returned, not thrown, so that the wrong code stays counted.
  const result = await database.inDesk(deskId, async (trx) => {
    await clearAttempts(platform, trx, attempt);
    return finishSignIn(platform, trx, deskId, person, credentials);
  });
  if (result instanceof Error) throw result;
  return result;
}

function findPerson(trx: Trx, deskId: string, email: string) {
  return trx
    .selectFrom('person')
    .select(['person_id', 'password_hash', 'status'])
    .where('desk_id', '=', deskId)
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}

/** With the password right: the person is locked, so that one code cannot be taken twice at once. */
async function finishSignIn(
  platform: Platform,
  trx: Trx,
  deskId: string,
  checked: { person_id: string; password_hash: string },
  { code, recovery_code: recoveryCode }: Credentials,
): Promise<SignedIn | 'code_needed' | ProblemError> {
  const person = await trx
    .selectFrom('person')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('person_id', '=', checked.person_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  // Both may have changed while the password was being checked.
  if (person.status !== 'active' || person.password_hash !== checked.password_hash)
    return wrongCredentials();
  if (person.totp_secret !== null) {
    if (code === undefined && recoveryCode === undefined) return 'code_needed';
    const now = platform.clock.now();
    const since = now.getTime() - (person.code_failed_at?.getTime() ?? 0);
    const wait = waitAfter(person.code_failures, 5 * MINUTE) - since;
    if (wait > 0) return waitFirst(wait);
    // The step is remembered of the app's codes only; a recovery code is spent by its own row.
    const step =
      recoveryCode !== undefined
        ? (await takeRecoveryCode(platform, trx, deskId, person.person_id, recoveryCode))
          ? person.totp_last_step
          : null
        : stepOfCode(platform, {
            sealed: person.totp_secret,
            code: code ?? '',
            lastStep: person.totp_last_step,
          });
    await trx
      .updateTable('person')
      .set(
        step === null
          ? { code_failures: person.code_failures + 1, code_failed_at: now }
          : { code_failures: 0, code_failed_at: null, totp_last_step: step },
      )
      .where('desk_id', '=', deskId)
      .where('person_id', '=', person.person_id)
      .execute();
    if (step === null)
      return refusal(
        recoveryCode === undefined ? 'one-time-code-refused' : 'recovery-code-refused',
      );
  }
  return startSession(platform, trx, deskId, person.person_id);
}

function wrongCredentials(): ProblemError {
  return refusal('credentials');
}
