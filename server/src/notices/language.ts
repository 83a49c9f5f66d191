import { locales, type Locale } from '@commonweal/contract';
import type { FastifyRequest } from 'fastify';

/** The language a page is shown in, and whether the reader asked for it by a link. */
export interface ChosenLocale {
  readonly locale: Locale;
  readonly asked: boolean;
}

/** `?lang=` first, then what the browser prefers, then the fallbacks in order, then English. */
export function chooseLocale(
  request: Pick<FastifyRequest, 'query' | 'headers'>,
  fallbacks: readonly (string | null)[],
): ChosenLocale {
  const { lang } = request.query as { lang?: unknown };
  const asked = typeof lang === 'string' ? localeOf(lang) : null;
  if (asked) return { locale: asked, asked: true };
  const preferred = [...languagesOf(request.headers['accept-language'] ?? ''), ...fallbacks];
  return { locale: preferred.map(localeOf).find((one) => one !== null) ?? 'en', asked: false };
}

/** The language of ours that a BCP 47 tag names, or null. */
export function localeOf(tag: string | null): Locale | null {
  const primary = tag?.split('-')[0]?.toLowerCase();
  return locales.find((locale) => locale === primary) ?? null;
}

/** Tags of an Accept-Language field, most wanted first (RFC 9110, 12.5.4). */
function languagesOf(field: string): string[] {
  return field
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', parameter] = part.split(';').map((piece) => piece.trim());
      const weight = parameter === undefined ? 1 : Number(parameter.replace(/^q=/, ''));
      return { tag, weight };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
