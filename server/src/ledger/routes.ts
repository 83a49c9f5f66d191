import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import type { Trx } from '../platform/database/index.ts';
import { notFound, route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { ledgerState } from './ledger-state.ts';

/** The state of the ledger for those who work at the desk. */
export function ledgerRoutes(app: FastifyInstance, platform: Platform): void {
  route(app, operations.readLedger, ({ deskId }) =>
    platform.database.inDesk(
      deskId,
      async (trx) => {
        const state = await ledgerState(trx, deskId);
        if (state === null) throw notFound('ledger');
        return {
          origin: state.origin,
          verifier_key: state.verifierKey,
          size: state.size,
          waiting: state.waiting,
          root: state.root.toString('base64'),
          checkpoint: state.checkpoint,
          checkpoint_at: state.checkpointAt.toISOString(),
          public_url: `${platform.config.publicUrl}/d/${await slugOf(trx, deskId)}/ledger`,
        };
      },
      { readOnly: true },
    ),
  );
}

async function slugOf(trx: Trx, deskId: string): Promise<string> {
  const { slug } = await trx
    .selectFrom('desk_address')
    .select('slug')
    .where('desk_id', '=', deskId)
    .executeTakeFirstOrThrow();
  return slug;
}
