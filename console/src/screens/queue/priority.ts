import type { Tone } from '../../design/badge.tsx';
import { msg, type Message } from '../../i18n/message.ts';

export type Level = 'urgent' | 'high' | 'normal' | 'low';

/** What a priority from 0 to 100 means; the standard rules put threats to life at 95, known files at 80. */
export function levelOf(priority: number): Level {
  if (priority >= 90) return 'urgent';
  if (priority >= 65) return 'high';
  return priority >= 30 ? 'normal' : 'low';
}

export const levelWords: Readonly<Record<Level, { label: Message; tone: Tone }>> = {
  urgent: { label: msg('Urgent'), tone: 'danger' },
  high: { label: msg('High'), tone: 'warn' },
  normal: { label: msg('Normal'), tone: 'info' },
  low: { label: msg('Low'), tone: 'neutral' },
};
