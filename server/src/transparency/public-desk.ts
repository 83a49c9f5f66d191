import type { Desk } from '@commonweal/contract';
import type { PublicFrame, PublicPage } from '@commonweal/contract/pages';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readDesk } from '../desks/index.ts';
import { ledgerState } from '../ledger/index.ts';
import { chooseLocale, frameOf, publicPage, withLanguage } from '../notices/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import { publishedVersions } from '../policy/index.ts';
import { presentListing, presentPolicy } from './present-policy.ts';
import type { PublicDesks } from './public-desks.ts';

interface Visit {
  readonly trx: Trx;
  readonly desk: Desk;
  readonly frame: PublicFrame;
  readonly request: FastifyRequest;
  /** Keeps the language in a link of ours. */
  readonly to: (path: string) => string;
  readonly now: Date;
}

/** The desk's public front: who it is, its rules in every version, its ledger. */
export function publicDeskRoutes(
  app: FastifyInstance,
  platform: Platform,
  pages: Pages,
  desks: PublicDesks,
): void {
  const serve = (end: string, show: (visit: Visit) => Promise<PublicPage>): void =>
    publicPage(
      app,
      platform,
      pages,
      { method: 'GET', url: `/d/:slug${end}`, personal: false, perMinute: 240 },
      async (request) => {
        const deskId = await desks.idOf(request);
        return platform.database.inDesk(
          deskId,
          async (trx) => {
            const desk = await readDesk(trx, deskId);
            const locale = chooseLocale(request, [desk.language]);
            const path = request.url.split('?')[0] ?? `/d/${desk.slug}`;
            const frame = frameOf({ desk, locale, path });
            const to = (href: string) => withLanguage(href, locale);
            return {
              page: await show({ trx, desk, frame, request, to, now: platform.clock.now() }),
            };
          },
          { readOnly: true },
        );
      },
    );

  serve('', async ({ trx, desk, frame, to, now }) => {
    const versions = await listings(trx, desk, to, now);
    const ledger = await ledgerState(trx, desk.desk_id);
    return {
      ...frame,
      page: 'desk_home',
      about: null,
      policy: versions.find((version) => version.standing === 'in_force') ?? null,
      ledger: {
        size: ledger?.size ?? 0,
        checkpoint_at: ledger?.checkpointAt.toISOString() ?? null,
      },
      contact: desk.contact_email === null ? null : { text: desk.contact_email, lang: null },
    };
  });

  serve('/policy', async ({ trx, desk, frame, to, now }) => ({
    ...frame,
    page: 'policy_index',
    versions: await listings(trx, desk, to, now),
  }));

  serve('/policy/:number', async ({ trx, desk, frame, request, to, now }) => {
    const { number } = request.params as { number?: string };
    const versions = await publishedVersions(trx, desk.desk_id);
    const version = versions.find((one) => String(one.number) === number);
    if (version === undefined) throw notFound('policy version');
    return {
      ...frame,
      page: 'policy',
      policy: presentPolicy(version, presentListing(version, desk.slug, now)),
      versions: await listings(trx, desk, to, now),
    };
  });

  serve('/ledger', async ({ trx, desk, frame }) => {
    const ledger = await ledgerState(trx, desk.desk_id);
    if (ledger === null) throw notFound('ledger');
    const path = `/d/${desk.slug}/ledger`;
    return {
      ...frame,
      page: 'ledger',
      origin: ledger.origin,
      verifier_key: ledger.verifierKey,
      size: ledger.size,
      waiting: ledger.waiting,
      root: ledger.root.toString('base64'),
      checkpoint: ledger.checkpoint,
      checkpoint_at: ledger.checkpointAt.toISOString(),
      files: { checkpoint: `${path}/checkpoint`, verifier_key: `${path}/key` },
      verify_command: `commonweal ledger verify ${platform.config.publicUrl}${path}`,
    };
  });
}

async function listings(trx: Trx, desk: Desk, to: (href: string) => string, now: Date) {
  return (await publishedVersions(trx, desk.desk_id)).map((version) => {
    const listing = presentListing(version, desk.slug, now);
    return { ...listing, href: to(listing.href) };
  });
}
