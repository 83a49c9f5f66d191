import type { Locale } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { readToken, sameBytes, type ReadToken } from '../platform/tokens.ts';
import { hashPassword } from './passwords.ts';
import { mayStillInvite } from './policy.ts';
import { invitationState } from './present.ts';
import { startSession, type SignedIn } from './sessions.ts';
import { insertPerson, lockPeople, readDesk, readStanding } from './store.ts';

/** What an open invitation says. @throws ProblemError `gone` when it is not one, or not any more */
export async function checkInvitation(platform: Platform, text: string) {
  const token = tokenOf(text);
  return platform.database.inDesk(token.deskId, async (trx) => {
    const invitation = await readOpen(platform, trx, token);
    const desk = await readDesk(trx, token.deskId);
    return {
      desk_name: desk.name,
      email: invitation.email,
      roles: invitation.roles,
      expires_at: invitation.expires_at.toISOString(),
    };
  });
}

/**
 * Makes a person of whoever holds the invitation, with the roles it grants, once.
 *
 * @throws ProblemError `gone`; `conflict` when the address has joined meanwhile
 */
export async function acceptInvitation(
  platform: Platform,
  body: { token: string; name: string; password: string; language: Locale },
): Promise<SignedIn> {
  const token = tokenOf(body.token);
  const { deskId, id } = token;
  // Looked at first, so that strangers cannot make us hash.
  await platform.database.inDesk(deskId, (trx) => readOpen(platform, trx, token));
  const passwordHash = await hashPassword(body.password);
  return platform.database.inDesk(deskId, async (trx) => {
    await lockPeople(trx, deskId);
    const { email, roles, invited_by } = await readOpen(platform, trx, token);
    const now = platform.clock.now();
    const personId = newId();
    const { name, language } = body;
    await insertPerson(trx, deskId, { personId, name, email, passwordHash, language, roles }, now);
    await trx
      .updateTable('invitation')
      .set({ accepted_at: now, accepted_by: personId })
      .where('desk_id', '=', deskId)
      .where('invitation_id', '=', id)
      .execute();
    await recordEvent(platform, trx, deskId, {
      kind: 'person.joined',
      subjectId: personId,
      event: { person: personId, invitation: id, invited_by, roles },
    });
    return startSession(platform, trx, deskId, personId);
  });
}

/** The invitation, if it is open and its inviter could still make it. */
async function readOpen({ clock }: Platform, trx: Trx, { deskId, id, hash }: ReadToken) {
  const invitation = await trx
    .selectFrom('invitation')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('invitation_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (invitation === undefined || !sameBytes(invitation.token_hash, hash)) throw invitationOver();
  if (invitationState(invitation, clock.now()) !== 'open') throw invitationOver();
  const inviter = await readStanding(trx, deskId, invitation.invited_by);
  if (!mayStillInvite(inviter, invitation.roles)) throw invitationOver();
  return invitation;
}

function tokenOf(text: string): ReadToken {
  const token = readToken('invitation', text);
  if (token === null) throw invitationOver();
  return token;
}

function invitationOver() {
  return refusal('invitation-over');
}
