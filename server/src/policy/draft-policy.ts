import type { PolicyDraft } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { fault, faulty, refusal, staleVersion } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { readVersion } from './read-policy.ts';
import { deleteDraft, insertDraft, lockDraft, replaceDraft, type StoredVersion } from './store.ts';

/** Begins a version. @throws ProblemError when two clauses have one key */
export async function draftPolicy(
  platform: Platform,
  trx: Trx,
  deskId: string,
  draft: PolicyDraft,
): Promise<StoredVersion> {
  requireDistinctKeys(draft);
  const id = newId();
  const created_at = platform.clock.now();
  await insertDraft(trx, { desk_id: deskId, policy_version_id: id, created_at }, draft);
  await recordEvent(platform, trx, deskId, {
    kind: 'policy.drafted',
    subjectId: id,
    event: { title: draft.title },
  });
  return readVersion(trx, deskId, id);
}

/** Replaces what a draft says. @throws ProblemError when it is published, not here, or was changed since it was read */
export async function revisePolicy(
  platform: Platform,
  trx: Trx,
  deskId: string,
  versionId: string,
  { revision, ...draft }: PolicyDraft & { revision: number },
): Promise<StoredVersion> {
  requireDistinctKeys(draft);
  await requireDraft(trx, deskId, versionId, revision);
  await replaceDraft(trx, deskId, versionId, draft, revision + 1);
  await recordEvent(platform, trx, deskId, {
    kind: 'policy.revised',
    subjectId: versionId,
    event: { title: draft.title },
  });
  return readVersion(trx, deskId, versionId);
}

/** Deletes a draft. @throws ProblemError when it is published, not here, or was changed since it was read */
export async function discardPolicyDraft(
  platform: Platform,
  trx: Trx,
  deskId: string,
  versionId: string,
  revision: number,
): Promise<void> {
  await requireDraft(trx, deskId, versionId, revision);
  await deleteDraft(trx, deskId, versionId);
  await recordEvent(platform, trx, deskId, {
    kind: 'policy.discarded',
    subjectId: versionId,
    event: {},
  });
}

/**
 * Locks a draft as it was read.
 * @throws ProblemError when it is published, not here, or another revision
 */
export async function requireDraft(
  trx: Trx,
  deskId: string,
  versionId: string,
  revision: number,
): Promise<void> {
  const draft = await lockDraft(trx, deskId, versionId);
  if (draft !== undefined) {
    if (draft.revision !== revision) throw staleVersion('draft', revision, draft.revision);
    return;
  }
  const version = await readVersion(trx, deskId, versionId);
  throw refusal('published-for-good', { number: version.number ?? 0 });
}

function requireDistinctKeys(draft: PolicyDraft): void {
  const seen = new Set<string>();
  for (const [index, { key }] of draft.clauses.entries()) {
    if (seen.has(key)) throw faulty([fault(`/clauses/${index}/key`, 'clause-key-taken', { key })]);
    seen.add(key);
  }
}
