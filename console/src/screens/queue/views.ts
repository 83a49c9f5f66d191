import { msg, type Message } from '../../i18n/message.ts';

/** The ways to look at the queue. */
export const views = ['open', 'mine', 'awaiting_second', 'decided'] as const;
export type View = (typeof views)[number];

export const viewNames: Readonly<Record<View, Message>> = {
  open: msg('Open'),
  mine: msg('Held by me'),
  awaiting_second: msg('Second person'),
  decided: msg('Decided'),
};
