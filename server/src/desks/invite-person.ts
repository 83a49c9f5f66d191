import type { Role } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import { DAY, later } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, type Person, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { makeToken } from '../platform/tokens.ts';
import { mayStillInvite } from './policy.ts';
import { presentInvitation } from './present.ts';
import { emailTaken, readStanding } from './store.ts';

const invitationLife = 7 * DAY;

/**
 * Invites somebody to the desk. The link is in the answer and nowhere else.
 *
 * @throws ProblemError `not-allowed` for a role the inviter does not hold, `conflict` for somebody already here
 */
export async function invitePerson(
  platform: Platform,
  trx: Trx,
  inviter: Person,
  { email: address, roles }: { email: string; roles: Role[] },
): Promise<{ invitation: ReturnType<typeof presentInvitation>; link: string }> {
  const { deskId, personId } = inviter;
  const email = address.toLowerCase();
  if (!mayStillInvite(await readStanding(trx, deskId, personId), roles))
    throw refusal('grant-beyond');
  const known = await trx
    .selectFrom('person')
    .select('person_id')
    .where('desk_id', '=', deskId)
    .where('email', '=', email)
    .executeTakeFirst();
  if (known !== undefined) throw emailTaken();
  const now = platform.clock.now();
  const invitationId = newId();
  const { token, hash } = makeToken('invitation', deskId, invitationId);
  const invitation = {
    desk_id: deskId,
    invitation_id: invitationId,
    email,
    roles,
    token_hash: hash,
    invited_by: personId,
    created_at: now,
    expires_at: later(now, invitationLife),
    accepted_at: null,
    accepted_by: null,
    withdrawn_at: null,
  };
  await trx.insertInto('invitation').values(invitation).execute();
  await recordEvent(platform, trx, deskId, {
    kind: 'person.invited',
    subjectId: invitationId,
    event: { invitation: invitationId, by: personId, roles },
  });
  return {
    invitation: presentInvitation({ ...invitation, invited_by_name: inviter.name }, now),
    link: `${platform.config.publicUrl}/join#${token}`,
  };
}

/** Makes an open invitation's link worthless. @throws ProblemError when there is none, or it is not open */
export async function withdrawInvitation(
  platform: Platform,
  trx: Trx,
  { deskId, personId }: Person,
  invitationId: string,
): Promise<void> {
  const found = await trx
    .selectFrom('invitation')
    .select(['accepted_at', 'withdrawn_at'])
    .where('desk_id', '=', deskId)
    .where('invitation_id', '=', invitationId)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw notFound('invitation');
  if (found.accepted_at !== null) throw refusal('invitation-accepted');
  if (found.withdrawn_at !== null) return;
  await trx
    .updateTable('invitation')
    .set({ withdrawn_at: platform.clock.now() })
    .where('desk_id', '=', deskId)
    .where('invitation_id', '=', invitationId)
    .execute();
  await recordEvent(platform, trx, deskId, {
    kind: 'invitation.withdrawn',
    subjectId: invitationId,
    event: { invitation: invitationId, by: personId },
  });
}
