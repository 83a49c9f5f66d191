import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Differences } from './compare-edition.ts';
import type { EditionEntry } from './read-edition.ts';
import type { DesignationRow, ImportRow, ListRow, NameRow } from './tables.ts';

const mostRows = 1000; // of one statement: its parameters are counted in 16 bits

/** The list of a format, made if need be, and locked until the transaction ends: one import at a time. */
export async function lockList(trx: Trx, list: ListRow): Promise<ListRow> {
  await trx
    .insertInto('designation_list')
    .values(list)
    .onConflict((conflict) => conflict.columns(['desk_id', 'format']).doNothing())
    .execute();
  return trx
    .selectFrom('designation_list')
    .selectAll()
    .where('desk_id', '=', list.desk_id)
    .where('format', '=', list.format)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The last import of a list. */
export function lastImport(
  trx: Trx,
  deskId: string,
  listId: string,
): Promise<ImportRow | undefined> {
  return trx
    .selectFrom('designation_import')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('list_id', '=', listId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Designations of a list that have not ended. */
export function openDesignations(
  trx: Trx,
  deskId: string,
  listId: string,
): Promise<DesignationRow[]> {
  return trx
    .selectFrom('designation')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('list_id', '=', listId)
    .where('ended_on', 'is', null)
    .execute();
}

/** Writes what an edition changed: first the ends, so that a new interval finds its reference free. */
export async function writeDifferences(
  trx: Trx,
  list: ListRow,
  { added, changed, ended }: Differences,
  now: Date,
): Promise<void> {
  const { desk_id, list_id } = list;
  for (const [on, rows] of Map.groupBy(ended, (each) => each.on)) {
    for (const ids of batches(rows.map(({ row }) => row.designation_id)))
      await trx
        .updateTable('designation')
        .set({ ended_on: on, updated_at: now })
        .where('desk_id', '=', desk_id)
        .where('designation_id', 'in', ids)
        .execute();
  }
  for (const { row, entry } of changed)
    await trx
      .updateTable('designation')
      .set({ ...columnsOf(entry), updated_at: now })
      .where('desk_id', '=', desk_id)
      .where('designation_id', '=', row.designation_id)
      .execute();
  for (const ids of batches(changed.map(({ row }) => row.designation_id)))
    await trx
      .deleteFrom('designation_name')
      .where('desk_id', '=', desk_id)
      .where('designation_id', 'in', ids)
      .execute();
  const fresh = added.map((entry) => ({ id: newId(), entry }));
  const rows = fresh.map(({ id, entry }): DesignationRow => {
    const own = { desk_id, list_id, designation_id: id, reference: entry.reference };
    return { ...own, ...columnsOf(entry), ended_on: null, created_at: now, updated_at: now };
  });
  for (const batch of batches(rows)) await trx.insertInto('designation').values(batch).execute();
  const renamed = changed.map(({ row, entry }) => ({ id: row.designation_id, entry }));
  const names = [...fresh, ...renamed].flatMap(({ id, entry }) =>
    entry.names.map((name): NameRow => ({ desk_id, designation_id: id, ...name })),
  );
  for (const batch of batches(names))
    await trx.insertInto('designation_name').values(batch).execute();
}

function columnsOf({ kind, name, listType, listedOn, digest }: EditionEntry) {
  return { kind, name, list_type: listType, listed_on: listedOn, digest };
}

function batches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / mostRows);
  return Array.from({ length: count }, (_, at) => rows.slice(at * mostRows, (at + 1) * mostRows));
}
