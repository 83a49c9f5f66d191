import type {
  ContextPurpose,
  HarmCategory,
  LegitimateAim,
  RabatPart,
  ScopeTarget,
  Severity,
} from '@commonweal/law';
import { msg, type Message } from '../i18n/message.ts';

/** What the content does. */
export const harmNames: Readonly<Record<HarmCategory, Message>> = {
  incitement: msg('Incitement'),
  recruitment: msg('Recruitment'),
  radicalisation: msg('Radicalisation'),
  instructional: msg('Instruction for attacks'),
  glorification: msg('Glorification'),
  official_propaganda: msg('Official propaganda'),
  attack_perpetrator_content: msg('Material by attackers'),
  threats: msg('Threats'),
  financing: msg('Financing'),
  operational_coordination: msg('Planning and coordination'),
  borderline_context: msg('Borderline context'),
};

/** What each category needs before it fits. */
export const harmMeanings: Readonly<Record<HarmCategory, Message>> = {
  incitement: msg('Meant to make others commit terrorism, and dangerous.'),
  recruitment: msg('Asks people to join, travel or give their work.'),
  radicalisation: msg('Shows somebody being drawn in. Never alone a reason to remove.'),
  instructional: msg('Usable know-how, given for attacks.'),
  glorification: msg('Holds up an attack or attacker as an example.'),
  official_propaganda: msg('Made by or for an organisation that commits terrorism.'),
  attack_perpetrator_content: msg('Recorded or written by attackers about their attack.'),
  threats: msg('Threatens people with terrorist violence.'),
  financing: msg('Collects money or goods for it.'),
  operational_coordination: msg('Prepares an attack, or helps it stay hidden.'),
  borderline_context: msg(
    'Near the line because of its setting. A protection, never alone a reason.',
  ),
};

/** The five levels; the words are those of the table of severities in packages/law. */
export const severityMeanings: Readonly<Record<Severity, Message>> = {
  1: msg('Contextual, ambiguous, or extreme but lawful'),
  2: msg('Supportive or glorifying, without danger'),
  3: msg('Official propaganda or recruitment'),
  4: msg('Perpetrator content, usable instruction, or direct incitement likely to be acted on'),
  5: msg('Imminent threat to life'),
};

/** Why it was said. */
export const purposeNames: Readonly<Record<ContextPurpose, Message>> = {
  none: msg('None of these'),
  journalism: msg('Journalism'),
  research: msg('Research'),
  education: msg('Education'),
  art: msg('Art'),
  counter_speech: msg('Speech against it'),
  legal_advocacy: msg('Legal defence or advocacy'),
  religious: msg('Religious speech'),
  satire: msg('Satire'),
  evidence_of_abuse: msg('Evidence of abuse'),
  unclear: msg('Unclear'),
};

/** The aims of ICCPR Art 19(3). */
export const aimNames: Readonly<Record<LegitimateAim, Message>> = {
  rights_of_others: msg('Rights of others'),
  national_security: msg('National security'),
  public_order: msg('Public order'),
  public_health: msg('Public health'),
  public_morals: msg('Public morals'),
};

/** The parts of the Rabat test, and what each asks. */
export const rabatNames: Readonly<Record<RabatPart, Message>> = {
  context: msg('Setting'),
  speaker: msg('Speaker'),
  intent: msg('Intent'),
  content: msg('Content and form'),
  extent: msg('Extent'),
  likelihood: msg('Likelihood of harm'),
};
export const rabatQuestions: Readonly<Record<RabatPart, Message>> = {
  context: msg('Is there conflict, tension or recent violence where it is read?'),
  speaker: msg('What standing does the speaker have with those who hear it?'),
  intent: msg('Is it meant to make others act? Recklessness is not intent.'),
  content: msg('How direct is it, in what form, and with what arguments?'),
  extent: msg('How far does it reach, and how public is it?'),
  likelihood: msg('How likely is it that somebody acts on it soon?'),
};

/** What a scope points at. */
export const targetNames: Readonly<Record<ScopeTarget, Message>> = {
  url: msg('One address'),
  item: msg('This item'),
  account: msg('The account'),
  domain: msg('A whole domain'),
};
