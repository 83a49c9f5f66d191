import { fault, type Person, refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { passwordMatches } from './passwords.ts';
import { clearAttempts, countAttempt, waitFirst } from './slow-guessing.ts';

/** Asks again who it is; wrong answers slow down like those at sign-in. Returns the hash it matched. */
export async function requirePassword(
  platform: Platform,
  { deskId, personId }: Person,
  { password, address, field }: { password: string; address: string; field: string },
): Promise<string> {
  const { database } = platform;
  const { wait, email, password_hash } = await database.inDesk(deskId, async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['email', 'password_hash'])
      .where('desk_id', '=', deskId)
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    const attempt = { deskId, email: person.email, address };
    return { wait: await countAttempt(platform, trx, attempt), ...person };
  });
  if (wait > 0) throw waitFirst(wait);
  if (!(await passwordMatches(password_hash, password))) throw wrongPassword(field);
  await database.inDesk(deskId, (trx) => clearAttempts(platform, trx, { deskId, email, address }));
  return password_hash;
}

/** Not 401: the caller is signed in, and the console would take it for the end of the session. */
export function wrongPassword(pointer: string) {
  return refusal('password-wrong', {
    errors: [fault(pointer, 'not-your-password')],
  });
}
