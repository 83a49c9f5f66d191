import { operations, type Access, type Operation } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';

/** The API's documentation: one page made from the contract, without script. */
export function serveDocs(app: FastifyInstance): void {
  const page = docsPage();
  app.get('/api/docs', { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(page),
  );
}

function docsPage(): string {
  const rooms = Map.groupBy(
    Object.entries<Operation>(operations),
    ([, operation]) => operation.room,
  );
  const sections = [...rooms].map(
    ([room, entries]) =>
      `<section aria-labelledby="${room}"><h2 id="${room}">${capital(room)}</h2>${entries.map(([name, operation]) => entry(name, operation)).join('')}</section>`,
  );
  const links = [...rooms.keys()].map((room) => `<li><a href="#${room}">${capital(room)}</a></li>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API · Commonweal</title><link rel="stylesheet" href="/public/style.css"></head><body><main id="main"><h1>The API of this desk</h1>
<p>Everything here is also in <a href="/api/openapi.json">OpenAPI 3.1</a>. Send an API key as <code>Authorization: Bearer cwk_…</code>. Bodies are JSON in UTF-8; unknown fields are refused. Refusals are problem details (RFC 9457): <code>type</code>, <code>title</code>, <code>detail</code>, and <code>errors</code> with a JSON pointer each. Lists are paged by <code>cursor</code>. To repeat a request safely, send an <code>Idempotency-Key</code> with it.</p>
<nav aria-label="Rooms"><ul>${links.join('')}</ul></nav>${sections.join('')}</main></body></html>`;
}

function entry(name: string, operation: Operation): string {
  const parts = [
    ['Who', accessOf(operation.access)],
    ['Answers', `${operation.status}`],
    ...(operation.consumes ? [['Also reads', operation.consumes.join(', ')]] : []),
  ];
  const schemas = [
    ['Query', operation.query],
    ['Body', operation.body],
    ['Reply', operation.status === 204 ? undefined : operation.reply],
  ] as const;
  return `<article><h3 id="${name}"><code>${operation.method} ${escape(operation.path)}</code></h3><p>${escape(operation.summary)}.</p><dl>${parts.map(([term, text]) => `<dt>${term}</dt><dd>${escape(text ?? '')}</dd>`).join('')}</dl>${schemas
    .flatMap(([title, schema]) =>
      schema === undefined
        ? []
        : [
            `<details><summary>${title}</summary><pre tabindex="0">${escape(JSON.stringify(schema, null, 2))}</pre></details>`,
          ],
    )
    .join('')}</article>`;
}

function accessOf(access: Access): string {
  if (access.public) return 'anybody';
  const people = access.roles === 'any' ? 'everybody of the desk' : access.roles?.join(', ');
  const keys = access.scopes ? `keys with ${access.scopes.join(' or ')}` : undefined;
  return [people, keys].filter((part) => part !== undefined).join('; ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
