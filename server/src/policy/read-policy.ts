import type { ClauseCited } from '@commonweal/law';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import { selectVersions, type StoredVersion } from './store.ts';

/** One version, draft or published. @throws ProblemError when the desk has no such version */
export async function readVersion(
  trx: Trx,
  deskId: string,
  versionId: string,
): Promise<StoredVersion> {
  const version = (await selectVersions(trx, deskId)).find(
    (each) => each.policy_version_id === versionId,
  );
  if (version === undefined) throw notFound('policy version');
  return version;
}

/** Published versions, newest first. */
export async function publishedVersions(trx: Trx, deskId: string): Promise<StoredVersion[]> {
  return (await selectVersions(trx, deskId)).filter((version) => version.state === 'published');
}

/** The version in force at a moment, or null before the first one is. */
export async function versionInForce(
  trx: Trx,
  deskId: string,
  at: Date,
): Promise<StoredVersion | null> {
  const versions = await publishedVersions(trx, deskId);
  // Newest first: of those already begun, the last one published is the rule.
  return versions.find((version) => version.in_force_from! <= at) ?? null;
}

/**
 * Clauses of one version as the rights gate wants them, in the order asked for. Keys the version does
 * not have are left out, so that the gate finds nothing cited rather than something invented.
 * A draft is handed over with `publishedAt` null: the gate refuses it.
 */
export async function clausesCited(
  trx: Trx,
  deskId: string,
  versionId: string,
  keys: readonly string[],
): Promise<ClauseCited[]> {
  const version = (await selectVersions(trx, deskId)).find(
    (each) => each.policy_version_id === versionId,
  );
  if (version === undefined) return [];
  return keys.flatMap((key) => {
    const clause = version.clauses.find((each) => each.key === key);
    if (clause === undefined) return [];
    return {
      versionId,
      clauseKey: key,
      versionNumber: version.number ?? 0,
      publishedAt: version.published_at?.toISOString() ?? null,
      inForceFrom: (version.in_force_from ?? version.created_at).toISOString(),
      inForceUntil: version.in_force_until?.toISOString() ?? null,
      harmCategories: clause.harm_categories,
      measures: clause.measures,
    };
  });
}
