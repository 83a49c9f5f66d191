import { operations } from '@commonweal/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { findDesk } from '../platform/directory.ts';
import { notFound, route, type Caller } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { acceptInvitation, checkInvitation } from './accept-invitation.ts';
import { beginPasskeySignIn, finishPasskeySignIn } from './passkey-sign-in.ts';
import { checkPasswordReset, resetPassword } from './reset-password.ts';
import {
  clearSessionCookie,
  endSession,
  presentSession,
  setSessionCookie,
  strangersSession,
  type SignedIn,
} from './sessions.ts';
import { setUpDesk } from './set-up-desk.ts';
import { checkSetupLink } from './setup-link.ts';
import { signIn } from './sign-in.ts';

/** Coming and going: setup, sign-in, invitations accepted, passwords reset, sign-out. */
export function sessionRoutes(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;

  /** Every sign-in ends the session the browser had and starts a fresh one. */
  async function welcome(caller: Caller, reply: FastifyReply, { token, session }: SignedIn) {
    if (caller.kind === 'person')
      await database.inDesk(caller.deskId, (trx) =>
        endSession(trx, caller.deskId, caller.sessionId),
      );
    setSessionCookie(reply, token);
    return session;
  }

  async function deskOf(slug: string): Promise<string> {
    const desk = await findDesk(database, slug);
    if (desk === null) throw notFound('desk');
    return desk.deskId;
  }

  route(app, operations.readSession, ({ caller }) =>
    caller.kind === 'person'
      ? database.inDesk(caller.deskId, (trx) => presentSession(platform, trx, caller))
      : strangersSession(platform),
  );

  route(app, operations.checkSetup, async ({ body }) => {
    const expiresAt = await database.outsideDesks((trx) =>
      checkSetupLink(trx, body.token, clock.now()),
    );
    return { expires_at: expiresAt.toISOString() };
  });

  route(app, operations.setUpDesk, async ({ caller, body, reply }) =>
    welcome(caller, reply, await setUpDesk(platform, body)),
  );

  route(app, operations.signIn, async ({ caller, body, request, reply }) => {
    const signedIn = await signIn(platform, body, request.ip);
    if (signedIn === 'code_needed') return { state: 'code_needed' as const, session: null };
    return { state: 'signed_in' as const, session: await welcome(caller, reply, signedIn) };
  });

  route(app, operations.beginPasskeySignIn, async ({ body }) =>
    beginPasskeySignIn(platform, await deskOf(body.desk)),
  );

  route(app, operations.finishPasskeySignIn, async ({ caller, body, reply }) =>
    welcome(caller, reply, await finishPasskeySignIn(platform, await deskOf(body.desk), body)),
  );

  route(app, operations.signOut, async ({ person, reply }) => {
    await database.inDesk(person.deskId, (trx) => endSession(trx, person.deskId, person.sessionId));
    clearSessionCookie(reply);
    return null;
  });

  route(app, operations.checkPasswordReset, ({ body }) => checkPasswordReset(platform, body.token));

  route(app, operations.resetPassword, async ({ body }) => {
    await resetPassword(platform, body);
    return null;
  });

  route(app, operations.checkInvitation, ({ body }) => checkInvitation(platform, body.token));

  route(app, operations.acceptInvitation, async ({ caller, body, reply }) =>
    welcome(caller, reply, await acceptInvitation(platform, body)),
  );
}
