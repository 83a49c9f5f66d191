import type { Role } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import { problem } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { invitePerson } from './invite-person.ts';
import { mayStillInvite } from './policy.ts';
import { selectPeople } from './store.ts';

/**
 * Invites somebody on the word of whoever runs the machine: the way back in when no administrator can
 * sign in. It stands in the name of the first administrator who may grant the roles, since an
 * invitation is only as good as its inviter, and the ledger says that she did not make it herself.
 *
 * @returns the link
 * @throws ProblemError `not-allowed` when no administrator holds the roles, `conflict` for somebody already here
 */
export function inviteFromMachine(
  platform: Platform,
  deskId: string,
  { email, roles }: { email: string; roles: Role[] },
): Promise<string> {
  return platform.database.inDesk(deskId, async (trx) => {
    const people = await selectPeople(trx, deskId).orderBy('created_at').execute();
    const inviter = people.find((person) => mayStillInvite(person, roles));
    if (inviter === undefined)
      throw problem(
        'not-allowed',
        'No administrator of this desk holds all of these roles, and nobody grants what they do not hold. Invite with fewer roles.',
      );
    const { person_id: personId, name } = inviter;
    const { invitation, link } = await invitePerson(
      platform,
      trx,
      { kind: 'person', deskId, personId, name, roles: inviter.roles, sessionId: '' },
      { email, roles },
    );
    await recordEvent(platform, trx, deskId, {
      kind: 'person.invited_on_command_line',
      subjectId: invitation.invitation_id,
      event: { invitation: invitation.invitation_id, in_the_name_of: personId, roles },
    });
    return link;
  });
}
