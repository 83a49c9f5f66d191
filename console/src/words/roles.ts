import type { Role } from '@commonweal/contract';
import { msg, type Message } from '../i18n/message.ts';

/** What a person may hold on a desk. */
export const roleNames: Readonly<Record<Role, Message>> = {
  administrator: msg('Administrator'),
  moderator: msg('Moderator'),
  senior: msg('Senior moderator'),
  legal: msg('Legal'),
  appeals: msg('Appeals'),
  analyst: msg('Analyst'),
  auditor: msg('Auditor'),
  trainer: msg('Trainer'),
  authority: msg('Authority'),
};
