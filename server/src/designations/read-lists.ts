import type { Trx } from '../platform/database/index.ts';
import { lastImport } from './store.ts';
import type { ImportRow, ListRow } from './tables.ts';

/** A list, its last import, and the day of its first edition here. */
export interface StoredList {
  readonly list: ListRow;
  readonly last: ImportRow | null;
  readonly first: Date | null;
}

/** The desk's lists. */
export async function readLists(trx: Trx, deskId: string): Promise<StoredList[]> {
  const lists = await trx
    .selectFrom('designation_list')
    .selectAll()
    .where('desk_id', '=', deskId)
    .orderBy('created_at')
    .orderBy('list_id')
    .execute();
  const read: StoredList[] = [];
  for (const list of lists) read.push(await withEditions(trx, list));
  return read;
}

/** A list with what its editions say of it. */
export async function withEditions(trx: Trx, list: ListRow): Promise<StoredList> {
  const { desk_id: deskId, list_id: listId } = list;
  const last = (await lastImport(trx, deskId, listId)) ?? null;
  if (last === null) return { list, last, first: null };
  const first = await trx
    .selectFrom('designation_import')
    .select((row) => row.fn.coalesce('generated_at', 'imported_at').as('at'))
    .where('desk_id', '=', deskId)
    .where('list_id', '=', listId)
    .where('number', '=', 1)
    .executeTakeFirst();
  return { list, last, first: first?.at ?? null };
}

/** Editions of a list, newest first, before a number. */
export function readEditions(
  trx: Trx,
  deskId: string,
  listId: string,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<ImportRow[]> {
  const query = trx
    .selectFrom('designation_import')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('list_id', '=', listId)
    .orderBy('number', 'desc')
    .limit(limit);
  return (before === null ? query : query.where('number', '<', before)).execute();
}
