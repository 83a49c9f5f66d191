import type { PublicHarmCategory } from '@commonweal/contract/pages';
import { msg, type Message } from './message.ts';

/** Each harm category as a description of content, never of a person. */
export const harmLabels: Readonly<Record<PublicHarmCategory, Message>> = {
  incitement: msg('Calling on others to commit terrorist violence'),
  recruitment: msg('Asking people to join or support a terrorist group'),
  radicalisation: msg('Drawing somebody towards terrorist violence over time'),
  instructional: msg('Instructions for a terrorist attack'),
  glorification: msg('Praising a terrorist attack as an example to follow'),
  official_propaganda: msg('Material made by a listed organisation'),
  attack_perpetrator_content: msg('Material made by an attacker about the attack'),
  threats: msg('Threats of terrorist violence'),
  financing: msg('Raising money or goods for terrorism'),
  operational_coordination: msg('Planning or arranging an attack'),
  borderline_context: msg('Reporting, research, art, evidence or counter-speech'),
};
