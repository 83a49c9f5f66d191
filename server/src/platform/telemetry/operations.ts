import type { FastifyInstance } from 'fastify';
import { refusal } from '../http/index.ts';
import type { Platform } from '../platform.ts';

/**
 * What operators and their machines ask: is it alive, is it ready, how much of what. `/metrics` is for
 * the machine itself and its neighbours; a proxy in front should not pass it on.
 */
export function registerOperations(app: FastifyInstance, platform: Platform): void {
  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/readyz', async () => {
    try {
      await platform.database.ping();
    } catch (error) {
      throw refusal('no-database', {
        cause: error,
      });
    }
    const videos = (await platform.media.decoder()) === null ? 'not compared' : 'compared';
    return { status: 'ready', videos };
  });
  app.get('/metrics', async (_request, reply) =>
    reply
      .type(platform.metrics.registry.contentType)
      .send(await platform.metrics.registry.metrics()),
  );
}
