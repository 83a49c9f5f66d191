import { signWebhook } from '@commonweal/client';
import { readDesk } from '../desks/index.ts';
import { later, MINUTE } from '../platform/clock.ts';
import type { Platform } from '../platform/platform.ts';
import { leaseDelivery } from './delivery-store.ts';
import { signingKeys } from './endpoint-keys.ts';
import { findEndpoint } from './endpoint-store.ts';
import { postMessage, type PostOptions, type PostResult } from './post-message.ts';
import { settleDelivery } from './settle-delivery.ts';
import type { DeliveryTable, EndpointTable } from './tables.ts';

/** Longer than a post may take, so that a message is never sent by two at once. */
const leaseTime = MINUTE;

export type Post = (
  message: Parameters<typeof postMessage>[0],
  options: PostOptions,
) => Promise<PostResult>;

interface Leased {
  readonly delivery: DeliveryTable;
  readonly endpoint: EndpointTable;
  readonly allowPrivate: boolean;
}

/**
 * Sends a message that is due, and keeps what came of it. Does nothing when it is not due, waits for an
 * earlier one, or somebody else is sending it. A process that dies in between loses nothing: the lease
 * runs out, and the message is sent again under the same id.
 */
export async function deliver(
  platform: Platform,
  deskId: string,
  deliveryId: string,
  post: Post = postMessage,
): Promise<void> {
  const leased = await lease(platform, deskId, deliveryId);
  if (leased === null) return;
  const { delivery, endpoint, allowPrivate } = leased;
  const signed = await signWebhook(
    signingKeys(platform.secrets, endpoint),
    deliveryId,
    Math.floor(platform.clock.now().getTime() / 1000),
    delivery.body,
  );
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Commonweal',
    'webhook-id': signed['webhook-id'],
    'webhook-timestamp': signed['webhook-timestamp'],
    'webhook-signature': signed['webhook-signature'],
  };
  // Outside any transaction: a slow receiver holds up nothing but this.
  const result = await post({ url: endpoint.url, headers, body: delivery.body }, { allowPrivate });
  const outcome = await settleDelivery(platform, delivery, result);
  platform.metrics.deliveries.inc({ result: outcome });
}

async function lease(
  { database, clock }: Platform,
  deskId: string,
  deliveryId: string,
): Promise<Leased | null> {
  return database.inDesk(deskId, async (trx) => {
    const now = clock.now();
    const delivery = await leaseDelivery(trx, deskId, deliveryId, now, later(now, leaseTime));
    if (delivery === undefined) return null;
    const endpoint = await findEndpoint(trx, deskId, delivery.endpoint_id);
    if (endpoint === undefined) return null;
    const { allow_private_endpoints: allowPrivate } = await readDesk(trx, deskId);
    return { delivery, endpoint, allowPrivate };
  });
}
