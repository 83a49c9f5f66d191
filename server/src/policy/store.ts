import type { PolicyDraft } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import type { ClauseRow, VersionRow } from './tables.ts';

/** A version with its clauses in order, and when the next one ends it. */
export interface StoredVersion extends VersionRow {
  readonly in_force_until: Date | null;
  readonly clauses: readonly ClauseRow[];
}

/** All versions of a desk: drafts first, then published ones by falling number. */
export async function selectVersions(trx: Trx, deskId: string): Promise<StoredVersion[]> {
  const versions = await trx
    .selectFrom('policy_version')
    .selectAll()
    .where('desk_id', '=', deskId)
    .orderBy('number', (by) => by.desc().nullsFirst())
    .orderBy('created_at', 'desc')
    .execute();
  const clauses = await trx
    .selectFrom('policy_clause')
    .selectAll()
    .where('desk_id', '=', deskId)
    .orderBy('position')
    .execute();
  const ofVersion = Map.groupBy(clauses, (clause) => clause.policy_version_id);
  return versions.map((version) => ({
    ...version,
    in_force_until: endOf(version, versions),
    clauses: ofVersion.get(version.policy_version_id) ?? [],
  }));
}

/**
 * A version ends when the first later one comes into force. One that is overtaken before it began
 * ends at its own beginning: it was never in force.
 */
function endOf(version: VersionRow, all: readonly VersionRow[]): Date | null {
  const { number, in_force_from: from } = version;
  if (number === null || from === null) return null;
  const next = all
    .filter((other) => other.number !== null && other.number > number)
    .map((other) => other.in_force_from?.getTime() ?? Infinity);
  const end = Math.min(...next);
  return Number.isFinite(end) ? new Date(Math.max(end, from.getTime())) : null;
}

/** Enters a draft with its clauses. */
export async function insertDraft(
  trx: Trx,
  version: Pick<VersionRow, 'desk_id' | 'policy_version_id' | 'created_at'>,
  draft: PolicyDraft,
): Promise<void> {
  await trx
    .insertInto('policy_version')
    .values({
      ...version,
      state: 'draft',
      revision: 1,
      number: null,
      title: draft.title,
      language: draft.language,
      definition: draft.definition,
      published_at: null,
      published_by: null,
      in_force_from: null,
    })
    .execute();
  await insertClauses(trx, version.desk_id, version.policy_version_id, draft.clauses);
}

/** Replaces what a draft says. */
export async function replaceDraft(
  trx: Trx,
  deskId: string,
  versionId: string,
  { title, language, definition, clauses }: PolicyDraft,
  revision: number,
): Promise<void> {
  await trx
    .updateTable('policy_version')
    .set({ title, language, definition, revision })
    .where('desk_id', '=', deskId)
    .where('policy_version_id', '=', versionId)
    .executeTakeFirstOrThrow();
  await trx
    .deleteFrom('policy_clause')
    .where('desk_id', '=', deskId)
    .where('policy_version_id', '=', versionId)
    .execute();
  await insertClauses(trx, deskId, versionId, clauses);
}

/** Deletes a draft and its clauses. */
export async function deleteDraft(trx: Trx, deskId: string, versionId: string): Promise<void> {
  await trx
    .deleteFrom('policy_version')
    .where('desk_id', '=', deskId)
    .where('policy_version_id', '=', versionId)
    .execute();
}

/** The version for as long as the transaction lasts, when it is a draft. A published one cannot be locked. */
export async function lockDraft(
  trx: Trx,
  deskId: string,
  versionId: string,
): Promise<Pick<VersionRow, 'revision'> | undefined> {
  return trx
    .selectFrom('policy_version')
    .select('revision')
    .where('desk_id', '=', deskId)
    .where('policy_version_id', '=', versionId)
    .forUpdate()
    .executeTakeFirst();
}

/** Makes a draft a published version. @throws the unique violation when another took the number first */
export async function markPublished(
  trx: Trx,
  deskId: string,
  versionId: string,
  facts: Pick<VersionRow, 'number' | 'published_at' | 'published_by' | 'in_force_from'>,
): Promise<void> {
  await trx
    .updateTable('policy_version')
    .set({ ...facts, state: 'published' })
    .where('desk_id', '=', deskId)
    .where('policy_version_id', '=', versionId)
    .executeTakeFirstOrThrow();
}

async function insertClauses(
  trx: Trx,
  deskId: string,
  versionId: string,
  clauses: PolicyDraft['clauses'],
): Promise<void> {
  const rows = clauses.map((clause, position) => ({
    ...clause,
    desk_id: deskId,
    policy_version_id: versionId,
    state: 'draft' as const,
    position,
  }));
  await trx.insertInto('policy_clause').values(rows).execute();
}
