import type { Desk } from '@commonweal/contract';
import type { FastifyRequest } from 'fastify';
import { readDesk } from '../desks/index.ts';
import { findDesk } from '../platform/directory.ts';
import { notFound } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';

/** Desks by their public name, as it stands in an address. */
export interface PublicDesks {
  /** @throws ProblemError not-found */
  idOf(request: FastifyRequest): Promise<string>;
  /** @throws ProblemError not-found */
  read(request: FastifyRequest): Promise<Desk>;
}

/** Looks names up in the directory. A name is never given to another desk, so known ones are remembered. */
export function publicDesks({ database }: Pick<Platform, 'database'>): PublicDesks {
  const known = new Map<string, string>();
  const idOf = async (request: FastifyRequest): Promise<string> => {
    const { slug = '' } = request.params as { slug?: string };
    const deskId = known.get(slug) ?? (await findDesk(database, slug))?.deskId;
    if (deskId === undefined) throw notFound('desk');
    known.set(slug, deskId);
    return deskId;
  };
  return {
    idOf,
    async read(request) {
      const deskId = await idOf(request);
      return database.inDesk(deskId, (trx) => readDesk(trx, deskId), { readOnly: true });
    },
  };
}
