import { createClient, type Client } from '@commonweal/client';
import { eventually, promised } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** The platform's side of the connection. */
export interface ConnectedPlatform {
  readonly client: Client;
  readonly apiKey: string;
}

/** The platform gets a key to hand items in, and an address where measures are delivered, signed. */
export async function connectPlatform(
  { baseUrl, receiver, onStep }: Stage,
  { administrator }: Cast,
): Promise<ConnectedPlatform> {
  const { secret: apiKey } = await administrator.client.createApiKey({
    body: {
      name: 'Lagoon forum software',
      scopes: ['items:write', 'items:read', 'reports:write', 'measures:read', 'receipts:write'],
    },
  });
  const client = createClient({ baseUrl, apiKey });
  const { endpoint, secret } = await administrator.client.createEndpoint({
    body: { name: 'Lagoon forum', url: receiver.url },
  });
  receiver.connect({ secret, publicKey: endpoint.public_key, desk: client });
  await administrator.client.testEndpoint({ params: { endpoint_id: endpoint.endpoint_id } });
  const seen = await eventually('the test message arrives at the platform', () =>
    receiver.messages.length > 0 ? receiver.messages : null,
  );
  promised(
    seen.every((message) => message.verified),
    'the platform can verify what the desk sends',
  );
  await onStep({
    title: 'The platform is connected',
    lines: [
      'It holds an API key that can hand in and report, and cannot decide.',
      'A signed test message arrived and was verified with the shared secret and the public key.',
    ],
    look: `${baseUrl}/endpoints`,
  });
  return { client, apiKey };
}
