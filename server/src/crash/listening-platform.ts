import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook, type WebhookHeaders } from '@commonweal/client';

/** Something the platform did, once for each webhook id. */
export interface Effect {
  readonly webhookId: string;
  readonly type: string;
  readonly measureId: string;
}

/** A platform on the loopback that carries measures out as the documentation asks. */
export interface ListeningPlatform extends AsyncDisposable {
  readonly url: string;
  /** Set once the endpoint is made; until then everything is refused. */
  secret: string;
  /** In the order in which they were carried out. */
  readonly effects: readonly Effect[];
  /** Messages that came a second time and were not carried out again. */
  readonly repeats: () => number;
  /** What must never happen: an id with two contents, or a signature that does not fit. */
  readonly complaints: readonly string[];
}

/**
 * Starts it. Of each `loseEvery` new messages one is carried out but its answer lost, as networks do, so
 * that it comes again.
 */
export async function startPlatform(loseEvery: number): Promise<ListeningPlatform> {
  const effects: Effect[] = [];
  const bodies = new Map<string, string>();
  const complaints: string[] = [];
  let repeats = 0;
  const platform = { url: '', secret: '', effects, complaints, repeats: () => repeats };

  async function take(request: IncomingMessage): Promise<'taken' | 'lost' | 'refused'> {
    const body = await text(request);
    const headers = request.headers as unknown as WebhookHeaders;
    try {
      await verifyWebhook(platform.secret, headers, body, new Date());
    } catch (error) {
      complaints.push(String(error));
      return 'refused';
    }
    const id = headers['webhook-id'];
    const known = bodies.get(id);
    if (known !== undefined) {
      repeats += 1;
      if (known !== body) complaints.push(`The message ${id} came with two contents.`);
      return 'taken';
    }
    bodies.set(id, body);
    const { type, data } = JSON.parse(body) as { type: string; data: { measure_id: string } };
    effects.push({ webhookId: id, type, measureId: data.measure_id });
    return bodies.size % loseEvery === 0 ? 'lost' : 'taken';
  }

  const server = createServer((request, response) => {
    take(request).then(
      (outcome) => {
        if (outcome === 'lost') response.destroy();
        else response.writeHead(outcome === 'taken' ? 204 : 400).end();
        return undefined;
      },
      () => response.destroy(), // the sender died while it sent
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return Object.assign(platform, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}
