import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PublicPage } from '@commonweal/contract/pages';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Renders one public page to a whole HTML document. */
export type Pages = (page: PublicPage) => string;

const built = new URL('../../../../public/dist/', import.meta.url);

/** Loads the built renderer. @throws when the pages were never built: call `ensureWebBuilt` first */
export async function loadPages(): Promise<Pages> {
  const module = (await import(new URL('render.js', built).href)) as { renderPage: Pages };
  return module.renderPage;
}

/** Serves the one stylesheet of the public pages. */
export function servePageStyle(app: FastifyInstance): void {
  const style = readFileSync(fileURLToPath(new URL('style.css', built)));
  app.get('/public/style.css', (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(style),
  );
}

/** Answers with a page: no script can run in it, and nobody may frame or index what is personal. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  html: string,
  options: { personal: boolean },
): FastifyReply {
  return reply
    .code(status)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    .header('cache-control', options.personal ? 'no-store' : 'public, max-age=60')
    .header('x-robots-tag', options.personal ? 'noindex, nofollow' : 'all')
    .type('text/html; charset=utf-8')
    .send(html);
}
