import { randomInt } from 'node:crypto';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { type Person, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { requirePassword } from './require-password.ts';
import { readPerson } from './store.ts';

/** Crockford's base 32: no letter is taken for a digit when it is read from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const count = 10;
/** 50 bits: with the wait after wrong codes, out of reach of guessing (NIST SP 800-63B, 3.1.2). */
const length = 10;

/**
 * Makes ten codes, each good once in place of one from the authenticator app; earlier ones are void.
 * They are in the answer and nowhere else.
 *
 * @throws ProblemError `invalid` when the password is wrong, `conflict` while one-time codes are off
 */
export async function makeRecoveryCodes(
  platform: Platform,
  me: Person,
  { password, address }: { password: string; address: string },
): Promise<{ codes: string[] }> {
  await requirePassword(platform, me, { password, address, field: '/password' });
  const { deskId, personId } = me;
  return platform.database.inDesk(deskId, async (trx) => {
    const { totp } = await readPerson(trx, deskId, personId);
    if (!totp) throw refusal('recovery-needs-codes');
    const made = new Set<string>();
    while (made.size < count) made.add(makeCode());
    await dropRecoveryCodes(trx, deskId, personId);
    const now = platform.clock.now();
    await trx
      .insertInto('recovery_code')
      .values(
        [...made].map((code) => ({
          desk_id: deskId,
          recovery_code_id: newId(),
          person_id: personId,
          code_hash: hashOf(platform, personId, code),
          created_at: now,
          used_at: null,
        })),
      )
      .execute();
    await recordEvent(platform, trx, deskId, {
      kind: 'person.recovery_codes_made',
      subjectId: personId,
      event: { person: personId, at: now.toISOString() },
    });
    return { codes: [...made].map((code) => `${code.slice(0, 5)}-${code.slice(5)}`) };
  });
}

/** Spends a code if it is one of this person's and unspent; says whether it was. */
export async function takeRecoveryCode(
  platform: Platform,
  trx: Trx,
  deskId: string,
  personId: string,
  typed: string,
): Promise<boolean> {
  const now = platform.clock.now();
  const taken = await trx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(platform, personId, asMeant(typed)))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 0n) return false;
  await recordEvent(platform, trx, deskId, {
    kind: 'person.recovery_code_used',
    subjectId: personId,
    event: { person: personId, at: now.toISOString() },
  });
  return true;
}

/** Makes all of a person's codes worthless. */
export async function dropRecoveryCodes(trx: Trx, deskId: string, personId: string): Promise<void> {
  await trx
    .deleteFrom('recovery_code')
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId)
    .execute();
}

function makeCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** What somebody meant who typed it from paper: O for 0, I or L for 1, in any case, spaced or not. */
function asMeant(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** Keyed by the installation's secret: a stolen database alone does not let anybody try codes. */
function hashOf({ secrets }: Pick<Platform, 'secrets'>, personId: string, code: string): Buffer {
  return secrets.mac('recovery code', `${personId} ${code}`);
}
