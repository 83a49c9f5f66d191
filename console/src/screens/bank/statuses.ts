import type { EntryStatus } from '@commonweal/contract';
import type { Tone } from '../../design/badge.tsx';
import { msg, type Message } from '../../i18n/message.ts';

interface StatusWords {
  label: Message;
  hint: Message;
  tone: Tone;
}

export const statusWords: Readonly<Record<EntryStatus, StatusWords>> = {
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
