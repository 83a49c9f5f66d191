import type { FastifyInstance } from 'fastify';
import { MINUTE } from '../platform/clock.ts';
import { notFound } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import { chooseLocale } from './language.ts';
import { noticePath } from './notice-token.ts';
import { keyOf, openNotice, successorOf } from './open-notice.ts';
import { publicPage, withLanguage, type Answer } from './public-page.ts';
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
      return database.inDesk(
        key.deskId,
        async (trx): Promise<Answer> => {
          const notice = await openNotice(platform, trx, key);
          const next = await successorOf(platform, trx, notice);
          if (next)
            return {
              redirect: withLanguage(noticePath(platform.secrets, next), chooseLocale(request, [])),
            };
          return { page: await showNotice(platform, trx, request, notice) };
        },
        { readOnly: true },
      );
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
