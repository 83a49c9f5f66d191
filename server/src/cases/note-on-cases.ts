import { sql } from 'kysely';
import { itemsFoundByAny } from '../matching/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import type { GroundFate } from './ground-fate.ts';
import type { CaseEventRow } from './tables.ts';

const mostRows = 1000; // of one statement

/** What became of something that cases rest on. */
export type FateKind = 'ground_withdrawn' | 'ground_restored';

/** Writes into the histories of cases what became of something that they rest on. */
export async function noteFate(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  { deskId, ground, subject, by, reason }: GroundFate,
  caseIds: readonly string[],
  kind: FateKind,
): Promise<void> {
  const at = platform.clock.now();
  const detail = `${subject}. ${reason}`;
  const rows = caseIds.map((caseId): CaseEventRow => ({
    desk_id: deskId,
    case_id: caseId,
    event_id: newId(),
    at,
    actor_id: null,
    actor_name: by,
    tool: ground === 'designation' ? 'lists' : 'banks',
    kind,
    detail,
    rule_id: null,
  }));
  for (let from = 0; from < rows.length; from += mostRows)
    await trx
      .insertInto('case_event')
      .values(rows.slice(from, from + mostRows))
      .execute();
}

/**
 * Tells the cases that are not decided yet. They take a new version, so that nobody decides on what
 * they read before.
 */
export async function noteFateOnLiveCases(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  fates: readonly GroundFate[],
  kind: FateKind,
): Promise<void> {
  const [first] = fates;
  if (first === undefined) return;
  const ids = fates.map((fate) => fate.referenceId);
  const found = await itemsFoundByAny(trx, first.deskId, ids);
  for (const fate of fates) {
    const itemIds = found.get(fate.referenceId);
    if (itemIds !== undefined) await noteOnThose(platform, trx, fate, itemIds, kind);
  }
}

async function noteOnThose(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  fate: GroundFate,
  itemIds: readonly string[],
  kind: FateKind,
): Promise<void> {
  const { deskId } = fate;
  const { rows } = await sql<{ case_id: string }>`
    update review_case set version = version + 1, updated_at = ${platform.clock.now()}
    where desk_id = ${deskId}::uuid and state <> 'decided' and case_id in (
      select case_id from case_item where desk_id = ${deskId}::uuid and item_id = any(${itemIds}::uuid[]))
    returning case_id`.execute(trx);
  await noteFate(
    platform,
    trx,
    fate,
    rows.map((row) => row.case_id),
    kind,
  );
}
