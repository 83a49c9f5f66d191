import type { MeasureKind } from '@commonweal/law';
import { msg, type Message } from '../i18n/message.ts';

/** Names of the measures, as a button or a list says them. */
export const measureNames: Readonly<Record<MeasureKind, Message>> = {
  label: msg('Label'),
  age_gate: msg('Age gate'),
  stop_recommending: msg('Stop recommending'),
  demote: msg('Show lower'),
  limit: msg('Limit spread'),
  geo_restrict: msg('Restrict in places'),
  remove: msg('Remove'),
  suspend: msg('Suspend the account'),
  ban: msg('Ban the account'),
  preserve: msg('Preserve'),
  refer: msg('Refer to an authority'),
};

/** What each measure leaves behind for the person. */
export const measureEffects: Readonly<Record<MeasureKind, Message>> = {
  label: msg('Stays as it is, with information beside it.'),
  age_gate: msg('Stays up; a viewer confirms being an adult first.'),
  stop_recommending: msg('Stays up and can be found; it is no longer suggested to anybody.'),
  demote: msg('Stays up; it appears further down.'),
  limit: msg('Stays up; sharing, replying or reach is held back.'),
  geo_restrict: msg('Hidden in the places named, and only there.'),
  remove: msg('Hidden from everybody where it applies; it can be put back.'),
  suspend: msg('The account is closed until a date, and opens again.'),
  ban: msg('The account is closed. Without an end date it takes two people.'),
  preserve: msg('A copy is kept until a date; nothing is hidden.'),
  refer: msg('An authority is told. It cannot be untold, and always takes two people.'),
};
