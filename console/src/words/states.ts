import type { Appeal, Case, Decision } from '@commonweal/contract';
import type { Tone } from '../design/badge.tsx';
import { msg, type Message } from '../i18n/message.ts';

/** A state in words, with the tone that repeats it. */
export interface StateWords {
  label: Message;
  tone: Tone;
}

export const caseStateWords: Readonly<Record<Case['state'], StateWords>> = {
  open: { label: msg('Open'), tone: 'neutral' },
  awaiting_second: { label: msg('Waits for a second person'), tone: 'info' },
  decided: { label: msg('Decided'), tone: 'success' },
};

export const decisionStateWords: Readonly<Record<Decision['state'], StateWords>> = {
  awaiting_second: { label: msg('Waits for a second person'), tone: 'info' },
  effective: { label: msg('In effect'), tone: 'success' },
  refused: { label: msg('Refused by the second person'), tone: 'warn' },
  reversed: { label: msg('Reversed'), tone: 'neutral' },
};

export const appealStateWords: Readonly<Record<Appeal['state'], StateWords>> = {
  open: { label: msg('Open'), tone: 'info' },
  upheld: { label: msg('Decision upheld'), tone: 'neutral' },
  overturned: { label: msg('Decision overturned'), tone: 'success' },
};
