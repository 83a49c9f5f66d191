import type { PublicMeasureKind } from '@commonweal/contract/pages';
import { msg, type Message } from './message.ts';

type Labels = Readonly<Record<PublicMeasureKind, Message>>;

/** A measure in a word or two, for lists and tables. */
export const measureLabels: Labels = {
  label: msg('Label added'),
  age_gate: msg('Age check added'),
  demote: msg('Made less visible'),
  stop_recommending: msg('No longer recommended'),
  limit: msg('Limited'),
  geo_restrict: msg('Hidden in some places'),
  remove: msg('Removed'),
  suspend: msg('Account paused'),
  ban: msg('Account closed'),
  preserve: msg('Copy kept'),
  refer: msg('Passed to an authority'),
};

const toAccount: Labels = {
  label: msg('We put a label on your account'),
  age_gate: msg('We put an age check in front of your account'),
  demote: msg('We made your account less visible'),
  stop_recommending: msg('We stopped recommending your account'),
  limit: msg('We limited what your account can do'),
  geo_restrict: msg('We hid your account in some places'),
  remove: msg('We removed your profile'),
  suspend: msg('We paused your account'),
  ban: msg('We closed your account'),
  preserve: msg('We kept a copy of your account’s data'),
  refer: msg('We passed information about your account to an authority'),
};

const toItem: Labels = {
  label: msg('We put a label on something you posted'),
  age_gate: msg('We put an age check in front of something you posted'),
  demote: msg('We made something you posted less visible'),
  stop_recommending: msg('We stopped recommending something you posted'),
  limit: msg('We limited what people can do with something you posted'),
  geo_restrict: msg('We hid something you posted in some places'),
  remove: msg('We removed something you posted'),
  suspend: toAccount.suspend,
  ban: toAccount.ban,
  preserve: msg('We kept a copy of something you posted'),
  refer: msg('We passed information about something you posted to an authority'),
};

/** The first line of a notice to the person affected, by what it was done to. */
export const measureHeadings: Readonly<Record<'item' | 'account', Labels>> = {
  item: toItem,
  account: toAccount,
};
