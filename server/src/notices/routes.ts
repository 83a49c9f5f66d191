import type { FastifyInstance } from 'fastify';
import { MINUTE } from '../platform/clock.ts';
import { notFound } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import { keyOf, openNotice } from './open-notice.ts';
import { publicPage } from './public-page.ts';
import { receiptOf, showNotice } from './show-notice.ts';

/** The pages behind a notice's secret address. */
export function noticeRoutes(app: FastifyInstance, platform: Platform, pages: Pages): void {
  const { database } = platform;

  publicPage(
    app,
    platform,
    pages,
    { method: 'GET', url: '/n/:token', personal: true, perMinute: 240 },
    async (request) => {
      const key = keyOf(platform, (request.params as { token?: string }).token);
      const page = await database.inDesk(
        key.deskId,
        async (trx) => showNotice(platform, trx, request, await openNotice(platform, trx, key)),
        { readOnly: true },
      );
      return { page };
    },
  );

  app.get<{ Params: { token: string } }>(
    '/n/:token/receipt.json',
    {
      schema: { hide: true },
      config: { rateLimit: { max: 240, timeWindow: MINUTE } },
      onRequest: async (_request, reply) => {
        void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow');
      },
    },
    async (request, reply) => {
      const key = keyOf(platform, request.params.token);
      const receipt = await database.inDesk(
        key.deskId,
        async (trx) => receiptOf(platform, trx, await openNotice(platform, trx, key)),
        { readOnly: true },
      );
      if (receipt === null) throw notFound('receipt');
      if (receipt === 'pending')
        return reply.code(202).header('retry-after', '5').send({
          state: 'pending',
          detail:
            'The decision is stored and waits for its place in the public record. Ask again in a few seconds.',
        });
      return reply
        .header('content-disposition', 'attachment; filename="receipt.json"')
        .send(receipt);
    },
  );
}
