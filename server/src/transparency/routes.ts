import { operations, type TransparencyReport } from '@commonweal/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { chooseLocale, frameOf, publicPage, withLanguage } from '../notices/index.ts';
import { MINUTE } from '../platform/clock.ts';
import { route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import type { PublicDesks } from './public-desks.ts';
import { halfYears, periodOf, type Period } from './period.ts';
import { remember } from './remember.ts';
import { reportFor, type Account } from './report-for.ts';
import { writeCsv } from './write-csv.ts';

const perMinute = 120;

/** The account: one count, as a page, as JSON, as CSV, and for the console. */
export function transparencyRoutes(
  app: FastifyInstance,
  platform: Platform,
  pages: Pages,
  desks: PublicDesks,
): void {
  const { clock } = platform;
  const remembered = remember<Account>(clock);

  /** What the public sees: at most a minute old, and the same in every form. */
  const accountOf = async (
    request: FastifyRequest,
  ): Promise<{ account: Account; period: Period }> => {
    const deskId = await desks.idOf(request);
    const period = periodOf(request.query as { from?: unknown; to?: unknown }, clock.now());
    const name = `${deskId} ${period.from} ${period.to}`;
    const account = await remembered(name, () => reportFor(platform, deskId, period));
    return { account, period };
  };

  route(app, operations.readTransparency, async ({ query, deskId }) => {
    const { report } = await reportFor(platform, deskId, periodOf(query, clock.now()));
    return report;
  });

  publicPage(
    app,
    platform,
    pages,
    { method: 'GET', url: '/d/:slug/transparency', personal: false, perMinute },
    async (request) => {
      const { account, period } = await accountOf(request);
      const { notices, deskSince, clauseTitles } = account;
      const report = named(account.report, clauseTitles);
      const desk = await desks.read(request);
      const locale = chooseLocale(request, [desk.language]);
      const path = `/d/${desk.slug}/transparency`;
      const at = (end: string, { from, to }: Period) => `${path}${end}?from=${from}&to=${to}`;
      return {
        page: {
          ...frameOf({ desk, locale, path, query: { ...period } }),
          page: 'transparency',
          report,
          notices,
          downloads: { json: at('.json', period), csv: at('.csv', period) },
          periods: halfYears(deskSince, clock.now())
            .filter((one) => one.from !== period.from || one.to !== period.to)
            .map((one) => ({ ...one, href: withLanguage(at('', one), locale) })),
        },
      };
    },
  );

  app.get('/d/:slug/transparency.json', asData(), async (request, reply) =>
    send(reply, 'application/json; charset=utf-8', (await accountOf(request)).account.report),
  );

  app.get('/d/:slug/transparency.csv', asData(), async (request, reply) => {
    const { report } = (await accountOf(request)).account;
    const name = `${report.desk.slug}-${report.from}-${report.to}.csv`;
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    return send(reply, 'text/csv; charset=utf-8; header=present', writeCsv(report));
  });
}

/** Clauses by their titles, for readers; data keeps the keys, which stay when titles change. */
function named(
  report: TransparencyReport,
  titles: ReadonlyMap<string, string>,
): TransparencyReport {
  const by_clause = report.decisions.by_clause.map(({ name, count }) => ({
    name: titles.get(name) ?? name,
    count,
  }));
  return { ...report, decisions: { ...report.decisions, by_clause } };
}

function asData() {
  return { schema: { hide: true }, config: { rateLimit: { max: perMinute, timeWindow: MINUTE } } };
}

function send(reply: FastifyReply, type: string, body: string | object): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'public, max-age=60')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .send(body);
}
