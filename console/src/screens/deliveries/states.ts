import type { Delivery, Measure, Receipt } from '@commonweal/contract';
import type { IconName } from '../../design/icon.tsx';
import { msg, type Message } from '../../i18n/message.ts';
import type { StateWords } from '../../words/states.ts';

export const deliveryStates: Readonly<Record<Delivery['state'], StateWords>> = {
  queued: { label: msg('Waiting to be sent'), tone: 'info' },
  delivered: { label: msg('Delivered'), tone: 'success' },
  dead: { label: msg('Given up'), tone: 'danger' },
};

export const measureStates: Readonly<Record<Measure['state'], StateWords>> = {
  queued: { label: msg('Waiting to be sent'), tone: 'info' },
  sent: { label: msg('Sent, not confirmed'), tone: 'info' },
  confirmed: { label: msg('Confirmed by the platform'), tone: 'success' },
  failed: { label: msg('The platform could not'), tone: 'danger' },
  ending: { label: msg('Being undone'), tone: 'info' },
  ended: { label: msg('Ended'), tone: 'neutral' },
};

export const endReasons: Readonly<Record<NonNullable<Measure['ended_because']>, Message>> = {
  expired: msg('Its time was over'),
  appeal: msg('An appeal succeeded'),
  reversed: msg('The desk reversed it'),
  override_expired: msg('The emergency ran out'),
};

export const receiptWords: Readonly<Record<Receipt['effect'], { what: Message; icon: IconName }>> =
  {
    applied: { what: msg('The platform carried it out'), icon: 'check' },
    reversed: { what: msg('The platform undid it'), icon: 'reply' },
    failed: { what: msg('The platform could not do it'), icon: 'stop' },
  };
