import type { Rule } from '@commonweal/contract';
import type { Tone } from '../../design/badge.tsx';
import { msg, type Message } from '../../i18n/message.ts';

interface ModeWords {
  label: Message;
  hint: Message;
  tone: Tone;
}

export const ruleModes = ['live', 'shadow', 'off'] as const satisfies readonly Rule['mode'][];

export const modeWords: Readonly<Record<Rule['mode'], ModeWords>> = {
  live: {
    label: msg('Live'),
    hint: msg('Places cases. The first live rule that fits decides the queue.'),
    tone: 'success',
  },
  shadow: {
    label: msg('Shadow'),
    hint: msg('Only counts what it would have placed. Begin here.'),
    tone: 'info',
  },
  off: { label: msg('Off'), hint: msg('Not asked.'), tone: 'neutral' },
};
