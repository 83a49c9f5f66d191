import type { Session } from '@commonweal/contract';
import type { FastifyReply } from 'fastify';
import { HOUR, later, MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { makeToken } from '../platform/tokens.ts';
import { presentPerson } from './present.ts';
import { readDesk, readPerson } from './store.ts';

/** `__Host-` makes browsers refuse the cookie unless it is Secure, host-only and for the whole host. */
export const cookieName = '__Host-commonweal';
/** A session ends after this long without use, and after `absoluteLife` whatever happens. */
export const idleLife = 8 * HOUR;
export const absoluteLife = 24 * HOUR;
/** Use is written down at most this often. */
export const seenEvery = MINUTE;

const cookie = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;

/** A person now signed in: what the cookie says and what the reply shows. */
export interface SignedIn {
  readonly token: string;
  readonly session: Session;
}

/** Starts a session with a fresh token, never one that the caller sent; the person is here from now on. */
export async function startSession(
  platform: Platform,
  trx: Trx,
  deskId: string,
  personId: string,
): Promise<SignedIn> {
  const sessionId = newId();
  const now = platform.clock.now();
  const { token, hash } = makeToken('session', deskId, sessionId);
  await trx
    .insertInto('session')
    .values({
      desk_id: deskId,
      session_id: sessionId,
      person_id: personId,
      token_hash: hash,
      created_at: now,
      seen_at: now,
      expires_at: later(now, absoluteLife),
    })
    .execute();
  await trx
    .updateTable('person')
    .set({ last_seen_at: now })
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId)
    .execute();
  return { token, session: await presentSession(platform, trx, { deskId, personId, sessionId }) };
}

/** Gives a session a new token; its id, and so its CSRF token, stay. */
export async function rotateToken(trx: Trx, deskId: string, sessionId: string): Promise<string> {
  const { token, hash } = makeToken('session', deskId, sessionId);
  await trx
    .updateTable('session')
    .set({ token_hash: hash })
    .where('desk_id', '=', deskId)
    .where('session_id', '=', sessionId)
    .execute();
  return token;
}

/** Ends one session. */
export async function endSession(trx: Trx, deskId: string, sessionId: string): Promise<void> {
  await trx
    .deleteFrom('session')
    .where('desk_id', '=', deskId)
    .where('session_id', '=', sessionId)
    .execute();
}

/** Ends all of a person's sessions, but the one to `keep`. */
export async function endSessionsOf(
  trx: Trx,
  deskId: string,
  personId: string,
  keep?: string,
): Promise<void> {
  let sessions = trx
    .deleteFrom('session')
    .where('desk_id', '=', deskId)
    .where('person_id', '=', personId);
  if (keep !== undefined) sessions = sessions.where('session_id', '!=', keep);
  await sessions.execute();
}

/** What the console needs to know of a session. */
export async function presentSession(
  platform: Platform,
  trx: Trx,
  { deskId, personId, sessionId }: { deskId: string; personId: string; sessionId: string },
): Promise<Session> {
  const desk = await readDesk(trx, deskId);
  return {
    state: 'signed_in',
    desks: await trx
      .selectFrom('desk_address')
      .select(['slug', 'name'])
      .orderBy('created_at')
      .execute(),
    person: presentPerson(await readPerson(trx, deskId, personId)),
    desk,
    csrf: csrfToken(platform, sessionId),
  };
}

/** What a stranger is told: the desks one can sign in to, or that there is none yet. */
export async function strangersSession({ database }: Platform): Promise<Session> {
  const desks = await listDesks(database);
  return {
    state: desks.length === 0 ? 'setup' : 'signed_out',
    desks: desks.map(({ slug, name }) => ({ slug, name })),
    person: null,
    desk: null,
    csrf: null,
  };
}

/** The token a page of ours sends with every change: known to it, and to no other site. */
export function csrfToken({ secrets }: Pick<Platform, 'secrets'>, sessionId: string): string {
  return secrets.mac('csrf', sessionId).toString('base64url');
}

/** Hands the browser its session. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(cookieName, token, { ...cookie, maxAge: absoluteLife / 1000 });
}

/** Takes it back. */
export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, cookie);
}
