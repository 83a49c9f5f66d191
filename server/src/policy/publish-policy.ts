import { createHash } from 'node:crypto';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { fault, faulty } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { requireDraft } from './draft-policy.ts';
import { presentVersion } from './present.ts';
import { publishedVersions, readVersion } from './read-policy.ts';
import { markPublished, type StoredVersion } from './store.ts';

declare module '../platform/events.ts' {
  interface DeskEvents {
    'policy.published': { deskId: string; policyVersionId: string };
  }
}

/** Who publishes which revision, and from when the version is in force: now unless said. */
export interface Publishing {
  readonly by: string;
  readonly revision: number;
  readonly inForceFrom?: Date | undefined;
}

/**
 * Publishes a draft for good, under the desk's next number; in a transaction of its own, tried again
 * when somebody else took the number in the meantime.
 * @throws ProblemError when it is no draft of this desk, was changed since it was read, or would be in
 * force before it is published
 */
export async function publishPolicy(
  platform: Platform,
  deskId: string,
  versionId: string,
  publishing: Publishing,
): Promise<StoredVersion> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await platform.database.inDesk(deskId, (trx) =>
        publish(platform, trx, deskId, versionId, publishing),
      );
    } catch (error) {
      if (attempt === 10 || !isNumberTaken(error)) throw error;
    }
  }
}

async function publish(
  platform: Platform,
  trx: Trx,
  deskId: string,
  versionId: string,
  { by, revision, inForceFrom }: Publishing,
): Promise<StoredVersion> {
  const now = platform.clock.now();
  await requireDraft(trx, deskId, versionId, revision);
  if (inForceFrom !== undefined && inForceFrom < now)
    throw faulty([fault('/in_force_from', 'in-the-past')]);
  const [last] = await publishedVersions(trx, deskId);
  await markPublished(trx, deskId, versionId, {
    number: (last?.number ?? 0) + 1,
    published_at: now,
    published_by: by,
    in_force_from: inForceFrom ?? now,
  });
  const version = await readVersion(trx, deskId, versionId);
  await recordEvent(platform, trx, deskId, {
    kind: 'policy.published',
    subjectId: versionId,
    event: {
      number: version.number,
      title: version.title,
      in_force_from: version.in_force_from!.toISOString(),
      clauses: version.clauses.map((clause) => clause.key),
      sha256: digestOf(version),
    },
  });
  await platform.events.tell(trx, 'policy.published', { deskId, policyVersionId: versionId });
  return version;
}

/** Binds the ledger's entry to every word of the version. */
function digestOf(version: StoredVersion): string {
  const { title, language, definition, clauses } = presentVersion(version);
  const said = JSON.stringify({ title, language, definition, clauses });
  return createHash('sha256').update(said).digest('hex');
}

function isNumberTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'policy_version_number';
}
