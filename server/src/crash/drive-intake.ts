import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from '@commonweal/client';
import type { NewItem } from '@commonweal/contract';
import { noteItem, type Accepted } from './accepted.ts';
import { persist } from './persist.ts';

/** Until when a driver goes on, and what it draws its pauses from. */
export interface Driving {
  readonly url: string;
  readonly apiKey: string;
  readonly accepted: Accepted;
  readonly random: () => number;
  readonly isOver: () => boolean;
}

const batchSize = 10;
const patience = 20_000; // ms for one request

/** A client that gives up on a server that does not answer. */
export function patientClient(driving: Pick<Driving, 'url' | 'apiKey'>): Client {
  return createClient({
    baseUrl: driving.url,
    apiKey: driving.apiKey,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patience) }),
  });
}

function inventedItem(externalId: string): NewItem {
  return {
    external_id: externalId,
    kind: 'post',
    surface: 'open',
    posted_at: new Date().toISOString(),
    text: `The Grey Tide wants you. Write to the harbour office. (${externalId})`,
    actor: { external_id: `account-${externalId}` },
  };
}

/** Hands in single items, every other one with an idempotency key. */
export async function sendItems(driving: Driving, name: string): Promise<void> {
  const client = patientClient(driving);
  for (let number = 0; !driving.isOver(); number += 1) {
    const body = inventedItem(`${name}-${number}`);
    const key = number % 2 === 0 ? { idempotencyKey: `key-${body.external_id}` } : {};
    const reply = await persist(() => client.createItem({ body, ...key }));
    noteItem(driving.accepted, body.external_id, reply.item_id);
    await sleep(driving.random() * 30);
  }
}

/** Hands in batches. */
export async function sendBatches(driving: Driving, name: string): Promise<void> {
  const client = patientClient(driving);
  for (let number = 0; !driving.isOver(); number += 1) {
    const lines = Array.from({ length: batchSize }, (_, at) =>
      JSON.stringify(inventedItem(`${name}-${number}-${at}`)),
    );
    const raw = { body: lines.join('\n'), contentType: 'application/x-ndjson' };
    const { data } = await persist(() => client.createItems({ raw }));
    for (const { item } of data) {
      if (item === null) throw new Error('A line of a batch was refused.');
      noteItem(driving.accepted, item.external_id, item.item_id);
    }
    await sleep(driving.random() * 100);
  }
}

/** Reports posts that come with the report; each opens a case. */
export async function sendReports(driving: Driving, name: string): Promise<void> {
  const client = patientClient(driving);
  for (let number = 0; !driving.isOver(); number += 1) {
    const item = inventedItem(`${name}-${number}`);
    const reply = await persist(() =>
      client.createReport({
        body: {
          item,
          reporter: { kind: 'user', external_id: `reader-${number}` },
          reason: 'recruitment',
          said: 'They ask people to join.',
          good_faith: true,
        },
      }),
    );
    noteItem(driving.accepted, item.external_id, reply.item_id);
    driving.accepted.reports.add(reply.report_id);
    if (reply.case_id === null) throw new Error('A report opened no case.');
    driving.accepted.undecided.push(reply.case_id);
    await sleep(100 + driving.random() * 300);
  }
}
