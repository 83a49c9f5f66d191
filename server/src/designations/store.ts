import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { ListSource, OwnList } from './list-source.ts';
import type { DesignationRow, ImportRow, ListRow } from './tables.ts';

/** A list of a key, when it is here. */
export function findList(trx: Trx, deskId: string, key: string): Promise<ListRow | undefined> {
  return trx
    .selectFrom('designation_list')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('key', '=', key)
    .executeTakeFirst();
}

/** A list of a key. @throws ProblemError when it is not here */
export async function getList(trx: Trx, deskId: string, key: string): Promise<ListRow> {
  const list = await findList(trx, deskId, key);
  if (list === undefined) throw notFound('list');
  return list;
}

/**
 * The list of a source, made if need be, and locked until the transaction ends: one import at a time.
 */
export async function lockList(
  trx: Trx,
  deskId: string,
  { key, format, authority, name }: Pick<ListSource, 'key' | 'format' | 'authority' | 'name'>,
  now: Date,
): Promise<ListRow> {
  await insertList(trx, { ...blank(deskId, now), key, format, authority, name });
  return trx
    .selectFrom('designation_list')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Adds a list of the desk's own. @returns whether its key was free */
export async function addOwnList(
  trx: Trx,
  deskId: string,
  { effects, ...own }: OwnList,
  now: Date,
): Promise<boolean> {
  return insertList(trx, { ...blank(deskId, now), ...own, effects: [...effects] });
}

async function insertList(trx: Trx, row: ListRow): Promise<boolean> {
  const done = await trx
    .insertInto('designation_list')
    .values(row)
    .onConflict((conflict) => conflict.columns(['desk_id', 'key']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** What is known of a list of which nothing is known. */
function blank(deskId: string, now: Date): Omit<ListRow, 'key' | 'format' | 'authority' | 'name'> {
  return {
    desk_id: deskId,
    list_id: newId(),
    power: null,
    effects: null,
    url: null,
    fetched: false,
    every_hours: 24,
    due_at: null,
    attempts: 0,
    checked_at: null,
    seen_at: null,
    etag: null,
    last_modified: null,
    problem: null,
    compared_import: 0,
    created_at: now,
  };
}

/** Changes what is kept of a list. */
export async function changeList(
  trx: Trx,
  deskId: string,
  listId: string,
  change: Partial<Omit<ListRow, 'desk_id' | 'list_id' | 'key'>>,
): Promise<ListRow> {
  return trx
    .updateTable('designation_list')
    .set(change)
    .where('desk_id', '=', deskId)
    .where('list_id', '=', listId)
    .returningAll()
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

/** All designations of a list, ended ones among them. */
export function designationsOf(
  trx: Trx,
  deskId: string,
  listId: string,
): Promise<DesignationRow[]> {
  return trx
    .selectFrom('designation')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('list_id', '=', listId)
    .execute();
}
