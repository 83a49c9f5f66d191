import { sql } from 'kysely';
import type { Case } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { CaseEventRow, CaseRow } from './tables.ts';

/** Reads a case; with `lock` it stays as read until the transaction ends. */
export async function findCase(
  trx: Trx,
  deskId: string,
  caseId: string,
  lock = false,
): Promise<CaseRow | undefined> {
  return trx
    .selectFrom('review_case')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('case_id', '=', caseId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** The live case about a subject, locked. */
export async function findLiveCase(
  trx: Trx,
  deskId: string,
  subject: Case['subject'],
  subjectKey: string,
): Promise<CaseRow | undefined> {
  return trx
    .selectFrom('review_case')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('subject', '=', subject)
    .where('subject_key', '=', subjectKey)
    .where('state', '<>', 'decided')
    .forUpdate()
    .executeTakeFirst();
}

/** Opens a case unless there is a live one about the subject; tells whether it did. */
export async function insertCase(trx: Trx, row: CaseRow): Promise<boolean> {
  const result = await trx
    .insertInto('review_case')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['desk_id', 'subject', 'subject_key'])
        .where('state', '<>', 'decided')
        .doNothing(),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Writes into the append-only history. */
export async function appendEvent(
  trx: Trx,
  event: Omit<CaseEventRow, 'event_id'>,
): Promise<CaseEventRow> {
  const row = { ...event, event_id: newId() };
  await trx.insertInto('case_event').values(row).execute();
  return row;
}

/** Changes a case and raises its version. */
export async function updateCase(
  trx: Trx,
  row: CaseRow,
  change: Partial<Pick<CaseRow, 'state' | 'claimed_by' | 'lease_until'>>,
  now: Date,
): Promise<CaseRow> {
  return trx
    .updateTable('review_case')
    .set({ ...change, version: row.version + 1, updated_at: now })
    .where('desk_id', '=', row.desk_id)
    .where('case_id', '=', row.case_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** How many signals the items of these cases carry, counted by the matching room's rows of case items. */
export async function itemsOfCases(
  trx: Trx,
  deskId: string,
  caseIds: readonly string[],
): Promise<{ case_id: string; item_id: string }[]> {
  if (caseIds.length === 0) return [];
  return trx
    .selectFrom('case_item')
    .select(['case_id', 'item_id'])
    .where('desk_id', '=', deskId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('item_id')
    .execute();
}

/** The newest case of each item, live ones before decided ones. */
export async function casesOfItems(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('case_item as link')
    .innerJoin('review_case as c', (join) =>
      join.onRef('c.desk_id', '=', 'link.desk_id').onRef('c.case_id', '=', 'link.case_id'),
    )
    .select(['link.item_id', 'c.case_id'])
    .where('link.desk_id', '=', deskId)
    .where('link.item_id', 'in', [...itemIds])
    .orderBy(sql`c.state = 'decided'`)
    .orderBy('c.case_id', 'desc')
    .execute();
  const newest = new Map<string, string>();
  for (const row of rows) if (!newest.has(row.item_id)) newest.set(row.item_id, row.case_id);
  return newest;
}

export async function historyOf(trx: Trx, deskId: string, caseId: string): Promise<CaseEventRow[]> {
  return trx
    .selectFrom('case_event')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('case_id', '=', caseId)
    .orderBy('event_id')
    .execute();
}

/** Takes the words of items out of the titles of their cases. */
export async function forgetTitles(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('review_case')
    .set({ title: sql`'(content erased on its date)'`, actor_external_id: null })
    .where('desk_id', '=', deskId)
    .where('item_id', 'in', [...itemIds])
    .where('subject', '=', 'item')
    .execute();
}
