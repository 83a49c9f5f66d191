import { operations, type Delivery } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import type { Trx } from '../platform/database/index.ts';
import { notFound, readCursor, route, toPage } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { listDeliveries } from './delivery-store.ts';
import { presentDelivery, presentMeasure, presentReceipt } from './present.ts';
import { receiveReceipt } from './receive-receipt.ts';
import { replayDelivery } from './replay-delivery.ts';
import { findMeasure, listMeasures, receiptsOf } from './store.ts';

/** Measures, what was sent of them, and what the platform says it did. */
export function measureRoutes(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;

  route(app, operations.listMeasures, ({ query, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const limit = query.limit ?? 50;
      const before = beforeOf(query.cursor);
      const rows = await listMeasures(trx, deskId, { state: query.state, before, limit });
      return toPage(rows, limit, (row) => [row.measure_id], presentMeasure);
    }),
  );

  route(app, operations.readMeasure, ({ params, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const { measure_id: measureId } = params;
      const measure = await findMeasure(trx, deskId, measureId);
      if (measure === undefined) throw notFound('measure');
      const deliveries = await listDeliveries(trx, deskId, { measureId, limit: 200 });
      return {
        measure: presentMeasure(measure),
        deliveries: deliveries.map(presentDelivery),
        receipts: (await receiptsOf(trx, deskId, measureId)).map(presentReceipt),
      };
    }),
  );

  route(app, operations.receiptMeasure, ({ params, body, deskId }) =>
    database.inDesk(deskId, async (trx) =>
      presentReceipt(await receiveReceipt(platform, trx, deskId, params.measure_id, body)),
    ),
  );

  route(app, operations.listDeliveries, ({ query, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const limit = query.limit ?? 50;
      const before = beforeOf(query.cursor);
      const rows = await listDeliveries(trx, deskId, { state: query.state, before, limit });
      return toPage(rows, limit, (row) => [row.delivery_id], presentDelivery);
    }),
  );

  route(app, operations.replayDelivery, ({ params, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      await replayDelivery(platform, trx, deskId, params.delivery_id);
      return readDelivery(trx, deskId, params.delivery_id);
    }),
  );
}

/** One delivery as the wire shows it. @throws ProblemError not-found */
export async function readDelivery(
  trx: Trx,
  deskId: string,
  deliveryId: string,
): Promise<Delivery> {
  const [row] = await listDeliveries(trx, deskId, { deliveryId, limit: 1 });
  if (row === undefined) throw notFound('delivery');
  return presentDelivery(row);
}

function beforeOf(cursor: string | undefined): string | null {
  const values = readCursor(cursor, 1);
  return values === null ? null : String(values[0]);
}
