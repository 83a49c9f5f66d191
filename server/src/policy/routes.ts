import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { defaultPolicyDraft } from './default-policy-draft.ts';
import { discardPolicyDraft, draftPolicy, revisePolicy } from './draft-policy.ts';
import { presentVersion } from './present.ts';
import { publishPolicy } from './publish-policy.ts';
import { readVersion } from './read-policy.ts';
import { selectVersions } from './store.ts';

/** Serves the desk's rules. */
export function registerPolicy(app: FastifyInstance, platform: Platform): void {
  const { database } = platform;

  route(app, operations.readDefaultPolicy, () => Promise.resolve(defaultPolicyDraft()));

  route(app, operations.listPolicyVersions, async ({ deskId }) => {
    const versions = await database.inDesk(deskId, (trx) => selectVersions(trx, deskId));
    return { data: versions.map(presentVersion) };
  });

  route(app, operations.draftPolicy, async ({ deskId, body }) =>
    presentVersion(
      await database.inDesk(deskId, (trx) => draftPolicy(platform, trx, deskId, body)),
    ),
  );

  route(app, operations.readPolicyVersion, async ({ deskId, params }) =>
    presentVersion(
      await database.inDesk(deskId, (trx) => readVersion(trx, deskId, params.policy_version_id)),
    ),
  );

  route(app, operations.revisePolicy, async ({ deskId, params, body }) =>
    presentVersion(
      await database.inDesk(deskId, (trx) =>
        revisePolicy(platform, trx, deskId, params.policy_version_id, body),
      ),
    ),
  );

  route(app, operations.discardPolicyDraft, async ({ deskId, params, query }) => {
    await database.inDesk(deskId, (trx) =>
      discardPolicyDraft(platform, trx, deskId, params.policy_version_id, query.revision),
    );
    return null;
  });

  route(app, operations.publishPolicy, async ({ deskId, person, params, body }) =>
    presentVersion(
      await publishPolicy(platform, deskId, params.policy_version_id, {
        by: person.name,
        revision: body.revision,
        inForceFrom: body.in_force_from === undefined ? undefined : new Date(body.in_force_from),
      }),
    ),
  );
}
