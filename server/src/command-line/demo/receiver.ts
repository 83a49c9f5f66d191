import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook, type Client } from '@commonweal/client';
import { posts } from './invented.ts';

/** A message from the desk, as the platform saw it. */
export interface SeenMessage {
  readonly type: string;
  /** Fits both the shared secret and the desk's public key. */
  readonly verified: boolean;
}

/** What a connection to the desk needs. */
export interface Connection {
  readonly secret: string;
  readonly publicKey: string;
  readonly desk: Client;
}

/** A small platform: posts and accounts, and a door for the desk's messages. */
export interface PlatformReceiver extends AsyncDisposable {
  readonly url: string;
  readonly messages: readonly SeenMessage[];
  connect(connection: Connection): void;
  /** How a post or an account stands: its own id. */
  standingOf(externalId: string): 'visible' | 'gone';
}

interface MeasureData {
  readonly measure_id: string;
  readonly subject: 'item' | 'actor';
  readonly item_external_id: string | null;
  readonly actor_external_id: string | null;
}

const mostBytes = 64 * 1024;

/**
 * Starts a platform on this machine that does what an integration must: it verifies every message,
 * carries each out once however often it comes, and says what it did.
 */
export async function startReceiver(): Promise<PlatformReceiver> {
  const standing = new Map<string, 'visible' | 'gone'>(
    Object.values(posts).flatMap(({ id, actor }) => [
      [id, 'visible'],
      [actor, 'visible'],
    ]),
  );
  const messages: SeenMessage[] = [];
  const carriedOut = new Set<string>();
  let connection: Connection | null = null;

  async function receive(request: IncomingMessage): Promise<number> {
    if (connection === null) return 503;
    const body = await readBody(request);
    const id = String(request.headers['webhook-id'] ?? '');
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(request.headers['webhook-timestamp'] ?? ''),
      'webhook-signature': String(request.headers['webhook-signature'] ?? ''),
    };
    try {
      await verifyWebhook(connection.secret, headers, body, new Date());
      await verifyWebhook(connection.publicKey, headers, body, new Date());
    } catch {
      messages.push({ type: 'unverified', verified: false });
      return 401;
    }
    const message = JSON.parse(body) as { type: string; data: MeasureData };
    messages.push({ type: message.type, verified: true });
    if (carriedOut.has(id)) return 204;
    carriedOut.add(id);
    if (message.type.startsWith('measure.'))
      await carryOut(connection.desk, message.type, message.data, id);
    return 204;
  }

  async function carryOut(
    desk: Client,
    type: string,
    data: MeasureData,
    id: string,
  ): Promise<void> {
    const target = data.subject === 'item' ? data.item_external_id : data.actor_external_id;
    if (target === null) return;
    const applied = type === 'measure.applied';
    standing.set(target, applied ? 'gone' : 'visible');
    await desk.receiptMeasure({
      params: { measure_id: data.measure_id },
      body: {
        receipt_key: id,
        effect: applied ? 'applied' : 'reversed',
        detail: applied ? `${target} is no longer shown.` : `${target} is shown again.`,
      },
    });
  }

  const server = createServer((request, response) => {
    receive(request).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/commonweal`,
    messages,
    connect: (given) => (connection = given),
    standingOf: (externalId) => standing.get(externalId) ?? 'gone',
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new Error('The message is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
