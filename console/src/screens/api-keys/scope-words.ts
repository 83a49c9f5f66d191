import { scopeRoles, scopes, type Role, type Scope } from '@commonweal/contract';
import { msg, type Message } from '../../i18n/message.ts';

/** What each scope lets a key do. */
export const scopeWords: Readonly<Record<Scope, { label: Message; hint: Message }>> = {
  'items:write': {
    label: msg('Send items'),
    hint: msg('Hand posts, files and accounts to the desk to be looked at.'),
  },
  'items:read': {
    label: msg('Read items'),
    hint: msg('See items with their signals and where they stand.'),
  },
  'reports:write': {
    label: msg('Send reports'),
    hint: msg('Pass on what users and trusted flaggers report.'),
  },
  'banks:read': { label: msg('Read banks'), hint: msg('See banks and their entries.') },
  'banks:write': {
    label: msg('Change banks'),
    hint: msg('Add, import and withdraw entries. They match at once.'),
  },
  'cases:read': { label: msg('Read cases'), hint: msg('See cases and their history.') },
  'measures:read': {
    label: msg('Read measures'),
    hint: msg('See measures and deliveries.'),
  },
  'receipts:write': {
    label: msg('Send receipts'),
    hint: msg('Say what the platform did about a measure.'),
  },
  'transparency:read': {
    label: msg('Read the account'),
    hint: msg('See the figures of the transparency report.'),
  },
};

/** The scopes that a person may give a key. The server holds the same rule. */
export function givableScopes(held: readonly Role[]): Scope[] {
  return scopes.filter((scope) => scopeRoles[scope].some((role) => held.includes(role)));
}
