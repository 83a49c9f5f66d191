import { sql } from 'kysely';
import { type EntryFate, itemsFoundBy } from '../matching/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import type { CaseEventRow } from './tables.ts';

const mostRows = 1000; // of one statement

/** What became of an entry that cases rest on. */
export type FateKind = 'ground_withdrawn' | 'ground_restored';

/** Writes into the histories of cases what became of an entry that they rest on. */
export async function noteFate(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  { deskId, subject, by, reason }: EntryFate,
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
    tool: 'banks',
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
  fate: EntryFate,
  kind: FateKind,
): Promise<void> {
  const { deskId, bankEntryId } = fate;
  const itemIds = await itemsFoundBy(trx, deskId, bankEntryId);
  if (itemIds.length === 0) return;
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
