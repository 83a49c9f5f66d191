import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = fileURLToPath(new URL('../../../../console/dist/', import.meta.url));

/** Serves the console: hashed files for ever, and its one page for every address of the console's own. */
export async function serveConsole(
  app: FastifyInstance,
  addresses: readonly string[],
): Promise<void> {
  const page = readFileSync(`${built}index.html`);
  await app.register(fastifyStatic, {
    root: `${built}assets`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  for (const address of addresses) {
    app.get(address, (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
    );
  }
}
