import type { Trx } from '../platform/database/index.ts';
import { endpointsTold } from './delivery-store.ts';
import { endEvents } from './states.ts';
import { lockMeasuresIn, updateMeasure } from './store.ts';
import type { DeliveryTable, EndpointTable } from './tables.ts';

/** Whether an end has arrived: at every endpoint still there, and at one at least. */
export function isToldEverywhere(
  told: readonly {
    readonly state: DeliveryTable['state'];
    readonly endpoint_state: EndpointTable['state'];
  }[],
): boolean {
  const arrived = told.filter((one) => one.state === 'delivered');
  const missing = told.filter((one) => one.state !== 'delivered' && one.endpoint_state !== 'gone');
  return arrived.length > 0 && missing.length === 0;
}

/** Ends the measures whose end had still to reach an endpoint that is gone now. */
export async function finishEnds(trx: Trx, deskId: string): Promise<void> {
  for (const measure of await lockMeasuresIn(trx, deskId, 'ending')) {
    if (measure.ended_because === null) continue;
    const event = endEvents[measure.ended_because];
    if (isToldEverywhere(await endpointsTold(trx, deskId, measure.measure_id, event)))
      await updateMeasure(trx, measure, { state: 'ended' });
  }
}
