import ipaddr from 'ipaddr.js';
import { DAY, MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import './tables.ts';

const free = 5;
/** Failures are forgotten after this long without another. */
export const forgetFailuresAfter = DAY;

/**
 * How long to wait after so many failures (milliseconds): five are free, then 1 s, 2 s, 4 s, up to
 * `longest`. It always ends by itself.
 */
export function waitAfter(failures: number, longest: number): number {
  return failures < free ? 0 : Math.min(1000 * 2 ** Math.min(failures - free, 20), longest);
}

/** The refusal of somebody who has to wait. */
export function waitFirst(milliseconds: number) {
  const seconds = Math.ceil(milliseconds / 1000);
  return refusal('too-many-attempts', { seconds });
}

/** One account as tried from one place. */
export interface Attempt {
  readonly deskId: string;
  readonly email: string;
  /** Address of the caller. */
  readonly address: string;
}

/**
 * Counts an attempt before it is judged, so that many at once cannot slip through; a success clears
 * the count. Accounts that do not exist are counted alike. Counting by account *and* place means
 * that nobody can lock another out from elsewhere.
 *
 * @returns milliseconds to wait first; 0 when the attempt may be judged
 */
export async function countAttempt(
  platform: Pick<Platform, 'clock' | 'secrets'>,
  trx: Trx,
  attempt: Attempt,
): Promise<number> {
  const key = keyOf(platform, attempt);
  const now = platform.clock.now();
  const first = await trx
    .insertInto('sign_in_failure')
    .values({ ...key, failures: 1, failed_at: now })
    .onConflict((on) => on.columns(['desk_id', 'account', 'address']).doNothing())
    .executeTakeFirst();
  if (first.numInsertedOrUpdatedRows === 1n) return 0;
  const known = await trx
    .selectFrom('sign_in_failure')
    .select(['failures', 'failed_at'])
    .where('desk_id', '=', key.desk_id)
    .where('account', '=', key.account)
    .where('address', '=', key.address)
    .forUpdate()
    .executeTakeFirst();
  const since = known === undefined ? DAY : now.getTime() - known.failed_at.getTime();
  const failures = known === undefined || since >= forgetFailuresAfter ? 0 : known.failures;
  const wait = waitAfter(failures, 15 * MINUTE) - since;
  if (wait > 0) return wait;
  await trx
    .updateTable('sign_in_failure')
    .set({ failures: failures + 1, failed_at: now })
    .where('desk_id', '=', key.desk_id)
    .where('account', '=', key.account)
    .where('address', '=', key.address)
    .execute();
  return 0;
}

/** Forgets the failures of somebody who has shown the right password. */
export async function clearAttempts(
  platform: Pick<Platform, 'secrets'>,
  trx: Trx,
  attempt: Attempt,
): Promise<void> {
  const key = keyOf(platform, attempt);
  await trx
    .deleteFrom('sign_in_failure')
    .where('desk_id', '=', key.desk_id)
    .where('account', '=', key.account)
    .where('address', '=', key.address)
    .execute();
}

/** Neither addresses are kept in clear. */
function keyOf({ secrets }: Pick<Platform, 'secrets'>, { deskId, email, address }: Attempt) {
  return {
    desk_id: deskId,
    account: secrets.mac('sign-in account', email.toLowerCase()),
    address: secrets.mac('sign-in address', placeOf(address)),
  };
}

/** One subscriber: an IPv4 address, or the /64 an IPv6 address is in. */
export function placeOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const ip = ipaddr.process(address);
  if (ip.kind() === 'ipv4') return ip.toString();
  return ip.toByteArray().slice(0, 8).join('.');
}
