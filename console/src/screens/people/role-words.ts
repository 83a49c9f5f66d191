import type { Role } from '@commonweal/contract';
import { msg, type Message } from '../../i18n/message.ts';

/** What each role may do, in a sentence. */
export const roleMeanings: Readonly<Record<Role, Message>> = {
  administrator: msg(
    'Sets up the desk: people, keys, endpoints, settings. Sees the work, decides no cases.',
  ),
  moderator: msg('Looks at cases and decides them.'),
  senior: msg('Decides cases, gives the second approval, changes rules and banks.'),
  legal: msg('Decides cases, writes and publishes the policy.'),
  appeals: msg('Hears appeals against decisions in which they took no part.'),
  analyst: msg('Keeps banks, lists and rules. Decides no cases.'),
  auditor: msg('Reads everything, changes nothing.'),
  trainer: msg('Runs the training programme. Sees no cases.'),
  authority: msg('Belongs to a public authority outside the desk, and sees only its own requests.'),
};
