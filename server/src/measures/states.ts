import type { Measure, Receipt } from '@commonweal/contract';
import type { DeliveryEvent } from './tables.ts';

type State = Measure['state'];
type Moves = Readonly<Partial<Record<State, State>>>;

/** What a delivered message makes of a measure; a state not named stays. `ended` waits for every endpoint. */
export const afterDelivery: Readonly<Record<DeliveryEvent, Moves>> = {
  'measure.applied': { queued: 'sent' },
  'measure.reversed': { ending: 'ended' },
  'measure.ended': { ending: 'ended' },
  'notice.available': {},
  'test.ping': {},
};

/** What the platform's word makes of a measure. A measure in force that the platform undid itself has failed. */
export const afterReceipt: Readonly<Record<Receipt['effect'], Moves>> = {
  applied: { queued: 'confirmed', sent: 'confirmed', failed: 'confirmed' },
  failed: { queued: 'failed', sent: 'failed', confirmed: 'failed' },
  reversed: { queued: 'failed', sent: 'failed', confirmed: 'failed', ending: 'ended' },
};

/** States in which a measure is in force as far as we are concerned. */
export const liveStates: readonly State[] = ['queued', 'sent', 'confirmed', 'failed'];

/** How the end of a measure is told. */
export const endEvents = {
  expired: 'measure.ended',
  appeal: 'measure.reversed',
  reversed: 'measure.reversed',
  override_expired: 'measure.reversed',
} as const satisfies Record<NonNullable<Measure['ended_because']>, DeliveryEvent>;
