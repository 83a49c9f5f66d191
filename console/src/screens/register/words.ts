import type { Designation, LegalEffect } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
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

/** What a listing means in law. */
export const effectWords: Readonly<Record<LegalEffect, Message>> = {
  proscription: msg('Proscribed'),
  asset_freeze: msg('Assets frozen'),
  travel_ban: msg('Travel banned'),
  arms_embargo: msg('Arms embargo'),
  financial_services_ban: msg('No financial services'),
  other: msg('Other'),
};

/** How an end is known. */
export const endWords: Readonly<Record<string, Message>> = {
  absence: msg('No longer on the list'),
  publisher: msg('As the list says'),
  relisted: msg('Listed again after'),
};

/** How one part of a name was matched with another. */
export const partWords: Readonly<Record<string, Message>> = {
  same: msg('the same'),
  sounds_alike: msg('sounds alike'),
  same_meaning: msg('the same meaning'),
  same_given_name: msg('one given name in two languages'),
  initial: msg('an initial'),
  joined: msg('parted otherwise'),
  acronym: msg('first letters'),
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

/** Names of authorities as the reader's language has them: states, the United Nations, the European Union. */
export function useAuthorities(): (code: string) => string {
  const { i18n } = useLingui();
  return useMemo(() => {
    const regions = new Intl.DisplayNames(i18n.locale, { type: 'region' });
    return (code) => regions.of(code) ?? code;
  }, [i18n.locale]);
}
