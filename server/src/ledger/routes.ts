import { operations } from '@commonweal/contract';
import { verifierKey } from '@commonweal/ledger';
import type { FastifyInstance } from 'fastify';
import type { Trx } from '../platform/database/index.ts';
import { notFound, route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { lastCheckpoint, readKey } from './store.ts';

/** The state of the ledger for those who work at the desk. */
export function ledgerRoutes(app: FastifyInstance, platform: Platform): void {
  route(app, operations.readLedger, ({ deskId }) =>
    platform.database.inDesk(
      deskId,
      async (trx) => {
        const key = await readKey(trx, deskId);
        const checkpoint = await lastCheckpoint(trx, deskId);
        if (key === undefined || checkpoint === undefined) throw notFound('ledger');
        return {
          origin: key.origin,
          verifier_key: verifierKey(key.origin, key.public_key),
          size: checkpoint.size,
          waiting: await countWaiting(trx, deskId),
          root: checkpoint.root.toString('base64'),
          checkpoint: checkpoint.note,
          checkpoint_at: checkpoint.at.toISOString(),
          public_url: `${platform.config.publicUrl}/d/${await slugOf(trx, deskId)}/ledger`,
        };
      },
      { readOnly: true },
    ),
  );
}

async function countWaiting(trx: Trx, deskId: string): Promise<number> {
  const { waiting } = await trx
    .selectFrom('ledger_waiting')
    .select((row) => row.fn.countAll<number>().as('waiting'))
    .where('desk_id', '=', deskId)
    .executeTakeFirstOrThrow();
  return waiting;
}

async function slugOf(trx: Trx, deskId: string): Promise<string> {
  const { slug } = await trx
    .selectFrom('desk_address')
    .select('slug')
    .where('desk_id', '=', deskId)
    .executeTakeFirstOrThrow();
  return slug;
}
