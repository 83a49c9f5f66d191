import { msg, type Message } from '../../i18n/message.ts';

/** Why a second person must approve, by the rule's id. */
export const secondReasons: Readonly<Record<string, Message>> = {
  C8: msg('A second person approves a ban without an end date.'),
  C9: msg('A second person approves every referral to an authority.'),
  C10: msg('A second person approves a heavy measure on content of severity 2.'),
  C11: msg('A second person approves where the purpose is unclear.'),
  C12: msg('A second person approves a heavy measure on content with a protected purpose.'),
  C13: msg('A second person approves where intent or likelihood is unknown.'),
  C14: msg('A second person approves a measure on a whole domain.'),
  O4: msg('A second person approves every emergency measure.'),
};
