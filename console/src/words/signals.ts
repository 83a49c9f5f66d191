import type { Item, Signal } from '@commonweal/contract';
import { msg, type Message } from '../i18n/message.ts';

/** Where a reason to look came from. */
export const signalNames: Readonly<Record<Signal['kind'], Message>> = {
  hash: msg('Known file'),
  picture: msg('Known picture'),
  video: msg('Known video'),
  near_text: msg('Known text, altered'),
  url: msg('Known link'),
  phrase: msg('Known phrase'),
  listed_name: msg('Listed name'),
  report: msg('User report'),
  trusted_flagger: msg('Trusted flagger'),
  state_request: msg('Request by an authority'),
  partner: msg('Partner'),
};

/** How much a signal shows by itself. */
export const strengthNames: Readonly<Record<Signal['strength'], Message>> = {
  match: msg('Match'),
  similar: msg('Similar'),
  name_only: msg('Name only'),
  report: msg('Report'),
  partner: msg('Word of a partner'),
};

export const itemKindNames: Readonly<Record<Item['kind'], Message>> = {
  post: msg('Post'),
  comment: msg('Comment'),
  message: msg('Message'),
  file: msg('File'),
  profile: msg('Profile'),
  group: msg('Group'),
  stream: msg('Stream'),
};

/** Where it was said. */
export const surfaceNames: Readonly<Record<Item['surface'], Message>> = {
  open: msg('Public'),
  semi: msg('Large group or invitation link'),
  private: msg('Private'),
  e2ee: msg('Encrypted'),
};
