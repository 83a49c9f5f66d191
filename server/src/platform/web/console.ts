import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refusal } from '../http/index.ts';

const built = fileURLToPath(new URL('../../../../console/dist/', import.meta.url));

/** What is not the console's: an unknown address here is a plain refusal. */
const notTheConsole = /^\/(api|d|n|public|assets|healthz|readyz|metrics)(\/|$|\?)/;

/** Serves the console: its hashed files for ever, and its one page for every address of its own. */
export async function serveConsole(app: FastifyInstance): Promise<void> {
  const page = readFileSync(`${built}index.html`);
  await app.register(fastifyStatic, {
    root: `${built}assets`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  app.get('/*', (request, reply) => {
    if (notTheConsole.test(request.url)) throw refusal('no-such-address');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
