import type { BodyOf, operations } from '@commonweal/contract';
import { readDesk } from '../desks/index.ts';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { fault, faulty, notFound, refusal, staleVersion } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import { AddressRefused, findAddresses, readAddress } from '../platform/outgoing/check-address.ts';
import type { Platform } from '../platform/platform.ts';

import { countQueued, endpointsTold } from './delivery-store.ts';
import { tellEnd } from './end-measure.ts';
import { makeKeys } from './endpoint-keys.ts';
import { findEndpoint, insertEndpoint, updateEndpoint } from './endpoint-store.ts';
import { finishEnds } from './finish-ends.ts';
import { testMessage, type NoticeUrl } from './message.ts';
import { queueDelivery, queueMessages } from './queue-delivery.ts';
import { endEvents } from './states.ts';
import { lockMeasuresIn } from './store.ts';
import type { EndpointTable } from './tables.ts';

/** Adds an endpoint. What waited for one goes to it. @returns it, and its secret, which is never shown again */
export async function createEndpoint(
  platform: Platform,
  trx: Trx,
  deskId: string,
  { name, url }: BodyOf<typeof operations.createEndpoint>,
  noticeUrl: NoticeUrl,
): Promise<{ endpoint: EndpointTable; secret: string }> {
  const endpointId = newId();
  const keys = makeKeys(platform.secrets, endpointId);
  const endpoint: EndpointTable = {
    desk_id: deskId,
    endpoint_id: endpointId,
    name,
    url,
    state: 'active',
    public_key: keys.publicKey,
    sealed_secret: keys.sealedSecret,
    sealed_private_key: keys.sealedPrivateKey,
    created_at: platform.clock.now(),
    removed_at: null,
    version: 1,
  };
  await insertEndpoint(trx, endpoint);
  await note(platform, trx, endpoint, 'added');
  await tellWhatWaited(platform, trx, endpoint, noticeUrl);
  return { endpoint, secret: keys.secret };
}

/** Changes, pauses, resumes. @throws ProblemError not-found, stale-version */
export async function changeEndpoint(
  platform: Platform,
  trx: Trx,
  deskId: string,
  endpointId: string,
  { version, ...change }: BodyOf<typeof operations.changeEndpoint>,
  noticeUrl: NoticeUrl,
): Promise<EndpointTable> {
  const endpoint = await findEndpoint(trx, deskId, endpointId, true);
  if (endpoint === undefined) throw notFound('endpoint');
  if (endpoint.version !== version) throw staleVersion('endpoint', version, endpoint.version);
  const changed = await updateEndpoint(trx, endpoint, change);
  await note(platform, trx, changed, 'changed');
  // One that was gone and is back is as good as new.
  if (endpoint.state === 'gone' && changed.state !== 'gone')
    await tellWhatWaited(platform, trx, changed, noticeUrl);
  return changed;
}

/** Removes an endpoint; what was sent to it stays on record. @throws ProblemError not-found, conflict */
export async function removeEndpoint(
  platform: Platform,
  trx: Trx,
  deskId: string,
  endpointId: string,
): Promise<void> {
  const endpoint = await findEndpoint(trx, deskId, endpointId, true);
  if (endpoint === undefined) throw notFound('endpoint');
  const waiting = await countQueued(trx, deskId, endpointId);
  if (waiting > 0) throw refusal('endpoint-has-messages', { waiting });
  const removed = await updateEndpoint(trx, endpoint, {
    state: 'gone',
    removed_at: platform.clock.now(),
  });
  await finishEnds(trx, deskId);
  await note(platform, trx, removed, 'removed');
}

/** Queues a test message. @throws ProblemError not-found, conflict for an endpoint that is not active */
export async function testEndpoint(
  platform: Platform,
  trx: Trx,
  deskId: string,
  endpointId: string,
): Promise<string> {
  const endpoint = await findEndpoint(trx, deskId, endpointId);
  if (endpoint === undefined) throw notFound('endpoint');
  if (endpoint.state !== 'active') throw refusal('endpoint-paused');
  return queueDelivery(platform, trx, {
    desk_id: deskId,
    endpoint_id: endpointId,
    measure_id: null,
    decision_id: null,
    lane: `test ${newId()}`,
    event: 'test.ping',
    body: testMessage(endpointId, platform.clock.now()),
  });
}

/** Whether an address may be called, asked when it is entered; it is asked again at every sending. @throws ProblemError invalid */
export async function requireCallable(
  platform: Pick<Platform, 'database'>,
  deskId: string,
  address: string,
): Promise<void> {
  const { allow_private_endpoints: allowPrivate } = await platform.database.inDesk(deskId, (trx) =>
    readDesk(trx, deskId),
  );
  try {
    await findAddresses(readAddress(address, allowPrivate), allowPrivate);
  } catch (error) {
    const code = error instanceof AddressRefused ? error.code : 'address-not-found';
    throw faulty([fault('/url', code)], { cause: error });
  }
}

/** Measures nobody was told of yet, and ends that only endpoints now gone were told of. */
async function tellWhatWaited(
  platform: Platform,
  trx: Trx,
  { desk_id: deskId, endpoint_id: endpointId }: EndpointTable,
  noticeUrl: NoticeUrl,
): Promise<void> {
  for (const measure of await lockMeasuresIn(trx, deskId, 'queued')) {
    const url = await noticeUrl(trx, deskId, measure.decision_id);
    await queueMessages(platform, trx, measure, 'measure.applied', [endpointId], url);
  }
  for (const measure of await lockMeasuresIn(trx, deskId, 'ending')) {
    const event = measure.ended_because === null ? null : endEvents[measure.ended_because];
    if (event === null) continue;
    const told = await endpointsTold(trx, deskId, measure.measure_id, event);
    if (told.every((one) => one.endpoint_state === 'gone'))
      await tellEnd(platform, trx, measure, noticeUrl);
  }
}

async function note(
  platform: Platform,
  trx: Trx,
  { desk_id: deskId, endpoint_id, state, version }: EndpointTable,
  what: 'added' | 'changed' | 'removed',
): Promise<void> {
  await recordEvent(platform, trx, deskId, {
    kind: `endpoint.${what}`,
    subjectId: endpoint_id,
    event: { endpoint_id, state, version },
  });
}
