import { parseTilePath, TILE_WIDTH, verifierKey } from '@commonweal/ledger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Trx } from '../platform/database/index.ts';
import { findDesk } from '../platform/directory.ts';
import { problem } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { lastCheckpoint, readEntries, readKey, readTile } from './store.ts';

const text = 'text/plain; charset=utf-8';
const binary = 'application/octet-stream';
const forever = 'public, max-age=31536000, immutable';
const aDay = 'public, max-age=86400';
const oneSecond = 'public, max-age=1';

/**
 * The ledger as anybody reads it: a C2SP tlog-tiles log under `/d/<slug>/ledger`, without sign-in,
 * from any web page, made to be cached. What a path holds never changes, except the checkpoint's.
 */
export function publicLedgerRoutes(app: FastifyInstance, platform: Platform): void {
  const inLedger = deskReader(platform);
  // A verifier reads the whole log at once: generous, and per address.
  const config = { rateLimit: { max: 30_000, timeWindow: 60_000 } };

  app.get<{ Params: { slug: string } }>(
    '/d/:slug/ledger/checkpoint',
    { config },
    async (request, reply) => {
      const found = await inLedger(request.params.slug, lastCheckpoint);
      return send(reply, found?.note, text, oneSecond);
    },
  );

  app.get<{ Params: { slug: string } }>(
    '/d/:slug/ledger/key',
    { config },
    async (request, reply) => {
      const key = await inLedger(request.params.slug, readKey);
      return send(reply, key && `${verifierKey(key.origin, key.public_key)}\n`, text, aDay);
    },
  );

  app.get<{ Params: { slug: string; '*': string } }>(
    '/d/:slug/ledger/tile/*',
    { config },
    async (request, reply) => {
      const { slug, '*': rest } = request.params;
      const tile = parseTilePath(`tile/${rest}`);
      if (tile === null) throw nothingHere();
      const bytes = await inLedger(slug, (trx, deskId) =>
        tile.entries ? readEntries(trx, deskId, tile) : readTile(trx, deskId, tile),
      );
      return send(reply, bytes, binary, tile.width === TILE_WIDTH ? forever : aDay);
    },
  );
}

function send(
  reply: FastifyReply,
  body: string | Buffer | null | undefined,
  type: string,
  cacheControl: string,
): FastifyReply {
  if (body === null || body === undefined) throw nothingHere();
  return reply
    .type(type)
    .header('cache-control', cacheControl)
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .send(body);
}

function nothingHere() {
  return problem('not-found', 'The ledger has nothing at this address.');
}

/** Reads in the desk of a public name. Names are never given to another desk, so they are remembered. */
function deskReader({ database }: Platform) {
  const known = new Map<string, string>();
  return async <T>(slug: string, read: (trx: Trx, deskId: string) => Promise<T>): Promise<T> => {
    const deskId = known.get(slug) ?? (await findDesk(database, slug))?.deskId;
    if (deskId === undefined) throw nothingHere();
    known.set(slug, deskId);
    return database.inDesk(deskId, (trx) => read(trx, deskId), { readOnly: true });
  };
}
