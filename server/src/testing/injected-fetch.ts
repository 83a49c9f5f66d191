import type { FastifyInstance } from 'fastify';

/** The header that says which address a test calls from: many things are limited by address. */
export const addressHeader = 'x-test-address';

/** `fetch` that goes straight into a server without a socket; forms with files included. */
export function injectedFetch(app: FastifyInstance): typeof fetch {
  return async (input, init) => {
    const request = new Request(
      new URL(input instanceof Request ? input.url : String(input), 'http://localhost'),
      init,
    );
    const headers: Record<string, string> = {};
    request.headers.forEach((value, name) => (headers[name] = value));
    const from = request.headers.get(addressHeader);
    const response = await app.inject({
      ...(from === null ? {} : { remoteAddress: from }),
      method: request.method as 'GET',
      url: request.url.replace('http://localhost', ''),
      headers,
      ...(request.body === null ? {} : { payload: Buffer.from(await request.arrayBuffer()) }),
    });
    const replyHeaders = new Headers();
    for (const [name, value] of Object.entries(response.headers)) {
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) replyHeaders.append(name, String(one));
    }
    const empty = response.statusCode === 204 || response.statusCode === 304;
    return new Response(empty ? null : new Uint8Array(response.rawPayload), {
      status: response.statusCode,
      headers: replyHeaders,
    });
  };
}
