import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { readCursor, route, toPage } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { createApiKey, revokeApiKey } from './api-keys.ts';
import { knownKeys } from './identify.ts';
import { invitePerson, withdrawInvitation } from './invite-person.ts';
import { listApiKeys, listInvitations, listPeople } from './lists.ts';
import { presentApiKey, presentInvitation, presentPerson } from './present.ts';
import { offerPasswordReset } from './reset-password.ts';
import { seesAllKeys } from './policy.ts';
import { readDesk } from './store.ts';
import { updateDesk } from './update-desk.ts';
import { updatePerson } from './update-person.ts';

/** Running a desk: its settings, its people, its keys. */
export function administrationRoutes(app: FastifyInstance, platform: Platform): void {
  const { database, clock } = platform;
  const keys = knownKeys(platform);

  route(app, operations.readDesk, ({ deskId }) =>
    database.inDesk(deskId, (trx) => readDesk(trx, deskId)),
  );

  route(app, operations.updateDesk, ({ person, deskId, body }) =>
    database.inDesk(deskId, (trx) => updateDesk(platform, trx, person, body)),
  );

  route(app, operations.listPeople, async ({ deskId, query }) => {
    const { limit, after } = pageOf(query);
    const rows = await database.inDesk(deskId, (trx) => listPeople(trx, deskId, limit, after));
    return toPage(rows, limit, (row) => [row.person_id], presentPerson);
  });

  route(app, operations.updatePerson, ({ person, deskId, params, body }) =>
    database.inDesk(deskId, (trx) =>
      updatePerson(platform, trx, deskId, {
        actorId: person.personId,
        personId: params.person_id,
        change: body,
      }),
    ),
  );

  route(app, operations.offerPasswordReset, ({ person, deskId, params, body }) =>
    database.inDesk(deskId, (trx) =>
      offerPasswordReset(platform, trx, person, {
        personId: params.person_id,
        factorsOff: body.factors_off,
      }),
    ),
  );

  route(app, operations.listInvitations, async ({ deskId, query }) => {
    const { limit, after } = pageOf(query);
    const now = clock.now();
    const rows = await database.inDesk(deskId, (trx) => listInvitations(trx, deskId, limit, after));
    return toPage(
      rows,
      limit,
      (row) => [row.invitation_id],
      (row) => presentInvitation(row, now),
    );
  });

  route(app, operations.invitePerson, ({ person, deskId, body }) =>
    database.inDesk(deskId, (trx) => invitePerson(platform, trx, person, body)),
  );

  route(app, operations.withdrawInvitation, async ({ person, deskId, params }) => {
    await database.inDesk(deskId, (trx) =>
      withdrawInvitation(platform, trx, person, params.invitation_id),
    );
    return null;
  });

  route(app, operations.listApiKeys, async ({ deskId, person, query }) => {
    const { limit, after } = pageOf(query);
    const madeBy = seesAllKeys(person.roles) ? null : person.personId;
    const rows = await database.inDesk(deskId, (trx) =>
      listApiKeys(trx, deskId, { limit, before: after, madeBy }),
    );
    return toPage(rows, limit, (row) => [row.api_key_id], presentApiKey);
  });

  route(app, operations.createApiKey, ({ person, deskId, body }) =>
    database.inDesk(deskId, (trx) => createApiKey(platform, trx, person, body)),
  );

  route(app, operations.revokeApiKey, async ({ person, deskId, params }) => {
    await database.inDesk(deskId, (trx) => revokeApiKey(platform, trx, person, params.api_key_id));
    keys.forget(params.api_key_id);
    return null;
  });
}

/** These lists run by id, which is by time. */
function pageOf(query: { limit?: number; cursor?: string }): {
  limit: number;
  after: string | null;
} {
  const cursor = readCursor(query.cursor, 1);
  return { limit: query.limit ?? 50, after: cursor === null ? null : String(cursor[0]) };
}
