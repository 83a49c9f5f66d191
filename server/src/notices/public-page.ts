import { locales, type Desk } from '@commonweal/contract';
import type { ProblemPage, PublicFrame, PublicPage } from '@commonweal/contract/pages';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MINUTE } from '../platform/clock.ts';
import { ProblemError } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { sendPage, type Pages } from '../platform/web/index.ts';
import { chooseLocale, type ChosenLocale } from './language.ts';

/** What a public address answers: a page, or another address. */
export type Answer =
  | { readonly page: PublicPage; readonly status?: number }
  | { readonly redirect: string };

export interface PublicRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Behind a secret address: kept by no cache, found by no search engine. */
  readonly personal: boolean;
  /** Requests a minute from one address. */
  readonly perMinute: number;
  /** Bytes of body read; the form's default is 64 KiB. */
  readonly bodyLimit?: number;
}

/** Serves a public page. Refusals and faults become pages too, in the reader's language. */
export function publicPage(
  app: FastifyInstance,
  platform: Pick<Platform, 'log'>,
  pages: Pages,
  route: PublicRoute,
  handle: (request: FastifyRequest) => Promise<Answer>,
): void {
  const { personal } = route;
  app.route({
    method: route.method,
    url: route.url,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    schema: { hide: true },
    config: { rateLimit: { max: route.perMinute, timeWindow: MINUTE } },
    errorHandler: (error, request, reply) => {
      const status = statusOf(error);
      if (status >= 500)
        platform.log.error(
          { err: error, requestId: request.id, route: route.url },
          'a public page failed',
        );
      send(reply, pages(problemPage(request, reply, status)), status, true);
    },
    handler: async (request, reply) => {
      const answer = await handle(request);
      if ('redirect' in answer)
        return reply.header('cache-control', 'no-store').redirect(answer.redirect, 303);
      return send(reply, pages(answer.page), answer.status ?? 200, personal);
    },
  });
}

function send(reply: FastifyReply, html: string, status: number, personal: boolean): FastifyReply {
  return sendPage(reply.header('vary', 'accept-language'), status, html, { personal });
}

export interface Framing {
  readonly desk: Pick<Desk, 'name' | 'slug'>;
  readonly locale: ChosenLocale;
  /** The page's own path. */
  readonly path: string;
  /** What else its address carries. */
  readonly query?: Readonly<Record<string, string>>;
}

/** What stands on every page of a desk. Links keep a language that was asked for. */
export function frameOf({ desk, locale, path, query = {} }: Framing): PublicFrame {
  const to = (end: string) => withLanguage(`/d/${desk.slug}${end}`, locale);
  return {
    locale: locale.locale,
    desk: { name: desk.name, slug: desk.slug },
    languages: languagesAt(path, query),
    links: {
      home: to(''),
      policy: to('/policy'),
      transparency: to('/transparency'),
      ledger: to('/ledger'),
      law: to('/law'),
    },
  };
}

/** A path that keeps the language, where it was asked for. */
export function withLanguage(path: string, { locale, asked }: ChosenLocale): string {
  return asked ? `${path}${path.includes('?') ? '&' : '?'}lang=${locale}` : path;
}

function languagesAt(
  path: string,
  query: Readonly<Record<string, string>>,
): PublicFrame['languages'] {
  return locales.map((locale) => ({
    locale,
    href: `${path}?${new URLSearchParams({ ...query, lang: locale }).toString()}`,
  }));
}

/** The refusal says the same whatever the reason nothing is there: desks and notices are not told apart. */
function problemPage(request: FastifyRequest, reply: FastifyReply, status: number): ProblemPage {
  const known = [404, 410, 429].find((one) => one === status) as 404 | 410 | 429 | undefined;
  const wait = Number(reply.getHeader('retry-after'));
  return {
    page: 'problem',
    locale: chooseLocale(request, []).locale,
    desk: null,
    links: null,
    languages: languagesAt(request.url.split('?')[0] ?? '/', {}),
    status: known ?? (status >= 500 ? 500 : 400),
    retry_after_seconds: status === 429 && wait > 0 ? wait : null,
    reference: status >= 500 ? request.id : null,
    kept: null,
  };
}

function statusOf(error: { statusCode?: number }): number {
  if (error instanceof ProblemError) return error.status;
  const { statusCode = 500 } = error;
  return statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}
