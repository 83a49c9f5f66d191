import type { EntryStatus, TrackRecord } from '@commonweal/contract';
import type { useLingui } from '@lingui/react';
import type { Tone } from '../design/badge.tsx';
import { msg, type Message } from '../i18n/message.ts';

interface StatusWords {
  label: Message;
  hint: Message;
  tone: Tone;
}

/** How an entry of a bank stands. */
export const entryStatusWords: Readonly<Record<EntryStatus, StatusWords>> = {
  active: {
    label: msg('Active'),
    hint: msg('Matches, and may act together with a person.'),
    tone: 'success',
  },
  disputed: {
    label: msg('Disputed'),
    hint: msg('Raises a signal, but never acts by itself.'),
    tone: 'warn',
  },
  withdrawn: {
    label: msg('Withdrawn'),
    hint: msg('Does not match. Decisions that rested on it come up for review.'),
    tone: 'neutral',
  },
  expired: {
    label: msg('Expired'),
    hint: msg('Does not match any more: its time is over.'),
    tone: 'neutral',
  },
};

const never = msg('Nothing was decided on this entry here before.');
const often = msg(
  'Decided on here before: right {right, plural, one {# time} other {# times}}, wrong {wrong, plural, one {# time} other {# times}}.',
);
const overturned = msg(
  'Decided on here before: right {right, plural, one {# time} other {# times}}, wrong {wrong, plural, one {# time} other {# times}}, {overturned} of them found on appeal.',
);

/** How often an entry was right and wrong on this desk, in a sentence. */
export function trackRecordWords(
  _: ReturnType<typeof useLingui>['_'],
  { right, wrong, overturned: onAppeal }: TrackRecord,
): string {
  if (right + wrong === 0) return _(never);
  return _(onAppeal === 0 ? often : overturned, { right, wrong, overturned: onAppeal });
}
