import { createHash, randomBytes } from 'node:crypto';
import { HOUR, later } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import { refusal } from '../platform/http/index.ts';
import { idBytes, idFromBytes, newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { sameBytes } from '../platform/tokens.ts';
import './tables.ts';

const prefix = 'cwu_';

/** How many desks this installation has. */
export async function deskCount({ database }: Pick<Platform, 'database'>): Promise<number> {
  return (await listDesks(database)).length;
}

/** Makes a link that sets up one desk and its first administrator, once, within `hours`. */
export async function makeSetupLink(
  { database, clock, config }: Pick<Platform, 'database' | 'clock' | 'config'>,
  { hours }: { readonly hours: number },
): Promise<string> {
  const id = newId();
  const secret = randomBytes(32);
  const now = clock.now();
  await database.outsideDesks((trx) =>
    trx
      .insertInto('setup_link')
      .values({
        setup_link_id: id,
        token_hash: hashOf(secret),
        created_at: now,
        expires_at: later(now, hours * HOUR),
      })
      .execute(),
  );
  // After the hash sign: browsers keep it from servers, their logs and referrers.
  return `${config.publicUrl}/setup#${prefix}${Buffer.concat([idBytes(id), secret]).toString('base64url')}`;
}

/** When an unspent link ends. @throws ProblemError when it is not one, spent or over */
export async function checkSetupLink(trx: Trx, token: string, now: Date): Promise<Date> {
  const { id, hash } = readSetupToken(token);
  const link = await trx
    .selectFrom('setup_link')
    .select(['token_hash', 'expires_at'])
    .where('setup_link_id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (link === undefined || !sameBytes(link.token_hash, hash)) throw linkOver();
  return link.expires_at;
}

/** Spends a link: of two at once, one waits for the other and is refused. */
export async function spendSetupLink(trx: Trx, token: string, now: Date): Promise<void> {
  await checkSetupLink(trx, token, now);
  const spent = await trx
    .updateTable('setup_link')
    .set({ used_at: now })
    .where('setup_link_id', '=', readSetupToken(token).id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (spent.numUpdatedRows !== 1n) throw linkOver();
}

function readSetupToken(token: string): { id: string; hash: Buffer } {
  const bytes = Buffer.from(token.slice(prefix.length), 'base64url');
  if (!token.startsWith(prefix) || bytes.length !== 48) throw linkOver();
  return { id: idFromBytes(bytes.subarray(0, 16)), hash: hashOf(bytes.subarray(16)) };
}

function hashOf(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest();
}

function linkOver() {
  return refusal('setup-over');
}
