import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../ledger/index.ts';
import { notFound, route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { beginTotp, changePassword, confirmTotp, removeTotp, updateMe } from './my-account.ts';
import { beginPasskey, finishPasskey } from './passkeys.ts';
import { presentPasskey } from './present.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { setSessionCookie } from './sessions.ts';

/** What people do with their own account. */
export function accountRoutes(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;

  route(app, operations.updateMe, ({ person, deskId, body }) =>
    database.inDesk(deskId, (trx) => updateMe(platform, trx, person, body)),
  );

  route(app, operations.changePassword, async ({ person, body, request, reply }) => {
    const token = await changePassword(platform, person, { ...body, address: request.ip });
    setSessionCookie(reply, token);
    return null;
  });

  route(app, operations.beginTotp, ({ person, deskId }) =>
    database.inDesk(deskId, (trx) => beginTotp(platform, trx, person)),
  );

  route(app, operations.confirmTotp, ({ person, deskId, body }) =>
    database.inDesk(deskId, (trx) => confirmTotp(platform, trx, person, body.code)),
  );

  route(app, operations.removeTotp, ({ person, body, request }) =>
    removeTotp(platform, person, { ...body, address: request.ip }),
  );

  route(app, operations.makeRecoveryCodes, ({ person, body, request }) =>
    makeRecoveryCodes(platform, person, { ...body, address: request.ip }),
  );

  route(app, operations.listPasskeys, ({ person, deskId }) =>
    database.inDesk(deskId, async (trx) => {
      const rows = await trx
        .selectFrom('passkey')
        .select(['passkey_id', 'name', 'created_at', 'last_used_at'])
        .where('desk_id', '=', deskId)
        .where('person_id', '=', person.personId)
        .orderBy('passkey_id')
        .execute();
      return { data: rows.map(presentPasskey) };
    }),
  );

  route(app, operations.beginPasskey, ({ person }) => beginPasskey(platform, person));

  route(app, operations.finishPasskey, ({ person, body }) => finishPasskey(platform, person, body));

  route(app, operations.removePasskey, ({ person, deskId, params }) =>
    database.inDesk(deskId, async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('passkey')
        .where('desk_id', '=', deskId)
        .where('person_id', '=', person.personId)
        .where('passkey_id', '=', params.passkey_id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) throw notFound('passkey');
      await recordEvent(platform, trx, deskId, {
        kind: 'person.passkey_removed',
        subjectId: person.personId,
        event: { passkey: params.passkey_id, person: person.personId },
      });
      return null;
    }),
  );
}
