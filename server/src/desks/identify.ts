import type { Role } from '@commonweal/contract';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { later } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import {
  type Caller,
  type Identify,
  nobody,
  type Person,
  problem,
  refusal,
} from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { readToken, sameBytes, type ReadToken } from '../platform/tokens.ts';
import { rememberKeys, type KnownKeys } from './known-keys.ts';
import { cookieName, csrfToken, idleLife, seenEvery } from './sessions.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const ownSites = new Set(['same-origin', 'none']);

const keysOf = new WeakMap<Platform, KnownKeys>();

/** The one memory of API keys that a process has. */
export function knownKeys(platform: Platform): KnownKeys {
  const known = keysOf.get(platform) ?? rememberKeys(platform);
  keysOf.set(platform, known);
  return known;
}

/**
 * Finds out who is calling: an API key before a session. A bad key is refused, for whoever sends one
 * means to be somebody; a session that is over is nobody, for browsers send old cookies.
 */
export function createIdentify(platform: Platform): Identify {
  const keys = knownKeys(platform);
  return (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined && /^bearer /i.test(authorization))
      return callerOfKey(keys, authorization.slice(7).trim());
    const cookie = request.cookies[cookieName];
    const token = cookie === undefined ? null : readToken('session', cookie);
    return token === null ? nobody : callerOfSession(platform, request, token);
  };
}

function callerOfKey(keys: KnownKeys, text: string): Caller | Promise<Caller> {
  const token = readToken('api_key', text);
  if (token === null) throw badKey();
  const caller = keys.callerOf(token);
  if (caller instanceof Promise) return caller.then((found) => found ?? Promise.reject(badKey()));
  if (caller === null) throw badKey();
  return caller;
}

function badKey() {
  return problem(
    'wrong-credentials',
    'This API key is not known here, or was revoked. Ask an administrator of your desk for another.',
  );
}

async function callerOfSession(
  platform: Platform,
  request: FastifyRequest,
  token: ReadToken,
): Promise<Caller> {
  const person = await platform.database.inDesk(token.deskId, (trx) =>
    readSession(platform, trx, token),
  );
  if (person === null) return nobody;
  if (!safe.has(request.method)) requireOwnPage(platform, request, person);
  return person;
}

/** The person of a session in force, whose use is written down once a minute. */
async function readSession(
  { clock }: Platform,
  trx: Trx,
  { deskId, id, hash }: ReadToken,
): Promise<Person | null> {
  const now = clock.now();
  const row = await trx
    .selectFrom('session')
    .innerJoin('person', (join) =>
      join
        .onRef('person.desk_id', '=', 'session.desk_id')
        .onRef('person.person_id', '=', 'session.person_id'),
    )
    .select([
      'session.token_hash',
      'session.seen_at',
      'session.person_id',
      'person.name',
      sql<Role[]>`array(
        select held.role from person_role as held
        where held.desk_id = person.desk_id and held.person_id = person.person_id)`.as('roles'),
    ])
    .where('session.desk_id', '=', deskId)
    .where('session.session_id', '=', id)
    .where('session.expires_at', '>', now)
    .where('session.seen_at', '>', later(now, -idleLife))
    .where('person.status', '=', 'active')
    .executeTakeFirst();
  if (row === undefined || !sameBytes(row.token_hash, hash)) return null;
  if (now.getTime() - row.seen_at.getTime() >= seenEvery)
    await writeSeen(trx, { deskId, sessionId: id, personId: row.person_id }, now);
  const { person_id: personId, name, roles } = row;
  return { kind: 'person', deskId, personId, name, roles, sessionId: id };
}

async function writeSeen(
  trx: Trx,
  { deskId, sessionId, personId }: { deskId: string; sessionId: string; personId: string },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ seen_at: now })
    .where('desk_id', '=', deskId)
    .where('session_id', '=', sessionId)
    .execute();
  await trx
    .updateTable('person')
    .set({ last_seen_at: now })
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId)
    .execute();
}

/** A change must come from a page of ours: it knows the session's token, and the browser says so too. */
function requireOwnPage(platform: Platform, request: FastifyRequest, person: Person): void {
  const sent = request.headers['x-csrf-token'];
  const site = request.headers['sec-fetch-site'];
  const expected = csrfToken(platform, person.sessionId);
  const isOwn =
    typeof sent === 'string' &&
    sameBytes(Buffer.from(sent), Buffer.from(expected)) &&
    (site === undefined || (typeof site === 'string' && ownSites.has(site)));
  if (!isOwn) throw refusal('csrf-token');
}
