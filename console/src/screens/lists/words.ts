import type { Designation } from '@commonweal/contract';
import { msg, type Message } from '../../i18n/message.ts';

export const designationKinds: Readonly<Record<Designation['kind'], Message>> = {
  organisation: msg('Organisation'),
  person: msg('Person'),
};

/** Words of the register (packages/designations) for a name; others are shown as they come. */
export const nameKinds: Readonly<Record<string, Message>> = {
  primary: msg('Main name'),
  alias: msg('Alias'),
  former: msg('Former name'),
  original_script: msg('In its own script'),
};

export const nameStrengths: Readonly<Record<string, Message>> = {
  strong: msg('Good, says the publisher'),
  weak: msg('Weak, says the publisher'),
  unstated: msg('The publisher does not say'),
};

/**
 * Why a name raises no signal by itself, as the register says it; here so that it is translated.
 * @public
 */
export const suppressedReasons: readonly Message[] = [
  msg('The publisher itself marks this name as weak.'),
  msg('This name is made of everyday words.'),
  msg(
    'These few letters stand for much else; they count in capitals beside another name of the same organisation.',
  ),
  msg('One personal name alone is shared by very many people.'),
  msg('These given names together are shared by very many people.'),
  msg('This name is too short to tell it from other words.'),
];
