import type { FastifyInstance } from 'fastify';
import { jurisdictionOf, presentGaps, registry } from '../law/index.ts';
import { chooseLocale, frameOf, publicPage, withLanguage } from '../notices/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import type { PublicDesks } from './public-desks.ts';

const perMinute = 120;

/** The law registry for anybody: which jurisdictions there are, and what the law of each has not. */
export function publicLawRoutes(
  app: FastifyInstance,
  platform: Platform,
  pages: Pages,
  desks: PublicDesks,
): void {
  const today = () => platform.clock.now().toISOString().slice(0, 10);

  publicPage(
    app,
    platform,
    pages,
    { method: 'GET', url: '/d/:slug/law', personal: false, perMinute },
    async (request) => {
      const desk = await desks.read(request);
      const locale = chooseLocale(request, [desk.language]);
      const path = `/d/${desk.slug}/law`;
      return {
        page: {
          ...frameOf({ desk, locale, path }),
          page: 'law',
          jurisdictions: [...registry().values()].map((each) => {
            const { counts } = presentGaps(registry(), each, today());
            return { id: each.id, href: withLanguage(`${path}/${each.id}`, locale), ...counts };
          }),
        },
      };
    },
  );

  publicPage(
    app,
    platform,
    pages,
    { method: 'GET', url: '/d/:slug/law/:jurisdiction', personal: false, perMinute },
    async (request) => {
      const desk = await desks.read(request);
      const { jurisdiction: id = '' } = request.params as { jurisdiction?: string };
      const report = presentGaps(registry(), jurisdictionOf(id), today());
      const locale = chooseLocale(request, [desk.language]);
      const index = `/d/${desk.slug}/law`;
      return {
        page: {
          ...frameOf({ desk, locale, path: `${index}/${id}` }),
          page: 'gap_report',
          report,
          index: withLanguage(index, locale),
        },
      };
    },
  );
}
