import type { DetectionKind } from '@commonweal/contract/pages';
import { msg, type Message } from './message.ts';

/** How something was found, as a sentence for a notice. */
export const detectionSentences: Readonly<Record<DetectionKind, Message>> = {
  hash: msg('It matched a file on a list of known content.'),
  picture: msg('It looks like a picture on a list of known content.'),
  video: msg('It looks like a video on a list of known content.'),
  near_text: msg('Its words are like a text on a list of known content.'),
  url: msg('A link in it is on a list of known links.'),
  phrase: msg('Words in it are on a list of known phrases.'),
  listed_name: msg('A name in it is on an official list. A name alone never decides.'),
  report: msg('A user reported it. We never say who reports.'),
  trusted_flagger: msg('A trusted flagger, a recognised organisation, told us about it.'),
  state_request: msg('A public authority asked us to look at it.'),
  partner: msg('Another service told us about it.'),
  moderator: msg('One of our moderators found it.'),
};

/** The same for tables. */
export const detectionLabels: Readonly<Record<DetectionKind, Message>> = {
  hash: msg('Match with a known file'),
  picture: msg('Looks like a known picture'),
  video: msg('Looks like a known video'),
  near_text: msg('Reads like a known text'),
  url: msg('Match with a known link'),
  phrase: msg('Match with a known phrase'),
  listed_name: msg('Name on an official list'),
  report: msg('User report'),
  trusted_flagger: msg('Trusted flagger'),
  state_request: msg('Request by a public authority'),
  partner: msg('Another service'),
  moderator: msg('Moderator'),
};
