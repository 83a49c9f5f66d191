import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { listEndpoints } from './endpoint-store.ts';
import {
  changeEndpoint,
  createEndpoint,
  removeEndpoint,
  requireCallable,
  testEndpoint,
} from './endpoints.ts';
import type { NoticeUrl } from './message.ts';
import { presentEndpoint } from './present.ts';
import { readDelivery } from './routes.ts';

/** Where measures are delivered. */
export function endpointRoutes(
  app: FastifyInstance,
  platform: Platform,
  noticeUrl: NoticeUrl,
): void {
  const { database } = platform;

  route(app, operations.listEndpoints, ({ deskId }) =>
    database.inDesk(deskId, async (trx) => ({
      data: (await listEndpoints(trx, deskId)).map(presentEndpoint),
    })),
  );

  route(app, operations.createEndpoint, async ({ body, deskId }) => {
    await requireCallable(platform, deskId, body.url);
    return database.inDesk(deskId, async (trx) => {
      const { endpoint, secret } = await createEndpoint(platform, trx, deskId, body, noticeUrl);
      return { endpoint: presentEndpoint(endpoint), secret };
    });
  });

  route(app, operations.changeEndpoint, async ({ params, body, deskId }) => {
    if (body.url !== undefined) await requireCallable(platform, deskId, body.url);
    return database.inDesk(deskId, async (trx) =>
      presentEndpoint(
        await changeEndpoint(platform, trx, deskId, params.endpoint_id, body, noticeUrl),
      ),
    );
  });

  route(app, operations.testEndpoint, ({ params, deskId }) =>
    database.inDesk(deskId, async (trx) =>
      readDelivery(trx, deskId, await testEndpoint(platform, trx, deskId, params.endpoint_id)),
    ),
  );

  route(app, operations.removeEndpoint, ({ params, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      await removeEndpoint(platform, trx, deskId, params.endpoint_id);
      return null;
    }),
  );
}
