import type { Verdict } from '@commonweal/contract';
import {
  type BoundStatement,
  bytesColumn,
  hotStatement,
  instantColumn,
  intColumn,
  jsonColumn,
  textColumn,
  type Trx,
  uuidColumn,
} from '../platform/database/index.ts';
import type { PreparedItem } from './prepare-item.ts';
import type { ItemTable, ReportTable } from './tables.ts';

const insert = hotStatement(
  'insert-items',
  `insert into item (desk_id, intake_batch_id, item_id, external_id, kind, surface, posted_at, received_at, url, title, body, language, territory, actor_external_id, actor, links, audience, participant_report, content_hash, salt, verdict, retention_until)
  select $1::uuid, $2::uuid, new.* from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::jsonb[], $16::jsonb[], $17::int[], $18::jsonb[], $19::bytea[], $20::bytea[], $21::text[], $22::timestamptz[]) as new
  on conflict (desk_id, external_id, content_hash) do nothing`,
);

type StorableItem = PreparedItem & { readonly verdict: Verdict };

/**
 * Stores many items in one statement. Items whose very content is here already are left alone.
 * @returns the ids stored now
 */
export async function insertItems(
  trx: Trx,
  deskId: string,
  batchId: string,
  items: readonly StorableItem[],
): Promise<Set<string>> {
  const stored = await insert(trx, valuesOf(deskId, batchId, items));
  const ids = items.map(({ itemId }) => itemId);
  // Nearly always all are new: which they are is asked only when they are not.
  if (stored.numAffectedRows === BigInt(ids.length)) return new Set(ids);
  return new Set((await findItems(trx, deskId, ids)).map((row) => row.item_id));
}

/** The same as a statement, which adds as many rows as are new. */
export function itemsStatement(
  deskId: string,
  batchId: string,
  items: readonly StorableItem[],
): BoundStatement {
  return insert.with(valuesOf(deskId, batchId, items));
}

function valuesOf(deskId: string, batchId: string, items: readonly StorableItem[]) {
  return [
    deskId,
    batchId,
    uuidColumn(items, ({ itemId }) => itemId),
    textColumn(items, ({ item }) => item.external_id),
    textColumn(items, ({ item }) => item.kind),
    textColumn(items, ({ item }) => item.surface),
    instantColumn(items, ({ item }) =>
      item.posted_at === undefined ? null : new Date(item.posted_at),
    ),
    instantColumn(items, ({ receivedAt }) => receivedAt),
    textColumn(items, ({ item }) => item.url),
    textColumn(items, ({ item }) => item.title),
    textColumn(items, ({ item }) => item.text),
    textColumn(items, ({ item }) => item.language),
    textColumn(items, ({ item }) => item.territory),
    textColumn(items, ({ item }) => item.actor?.external_id),
    jsonColumn(items, ({ item }) => item.actor),
    jsonColumn(items, ({ item }) => item.links ?? []),
    intColumn(items, ({ item }) => item.audience),
    jsonColumn(items, ({ item }) => item.participant_report),
    bytesColumn(items, ({ contentHash }) => contentHash),
    bytesColumn(items, ({ salt }) => salt),
    textColumn(items, ({ verdict }) => verdict),
    instantColumn(items, ({ retentionUntil }) => retentionUntil),
  ];
}

/** The stored items with the very content of these. */
export async function findSame(
  trx: Trx,
  deskId: string,
  items: readonly PreparedItem[],
): Promise<ItemTable[]> {
  return trx
    .selectFrom('item')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where(
      'external_id',
      'in',
      items.map(({ item }) => item.external_id),
    )
    .where(
      'content_hash',
      'in',
      items.map(({ contentHash }) => contentHash),
    )
    .execute();
}

export async function findItem(
  trx: Trx,
  deskId: string,
  itemId: string,
): Promise<ItemTable | undefined> {
  return trx
    .selectFrom('item')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('item_id', '=', itemId)
    .executeTakeFirst();
}

/** The newest item a platform knows by this id. */
export async function findNewest(
  trx: Trx,
  deskId: string,
  externalId: string,
): Promise<ItemTable | undefined> {
  return trx
    .selectFrom('item')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('external_id', '=', externalId)
    .orderBy('item_id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface ItemFilter {
  readonly verdict?: Verdict | undefined;
  readonly externalId?: string | undefined;
  readonly actor?: string | undefined;
  readonly before: string | null;
  readonly limit: number;
}

/** Items, newest first; one more than the limit, so that the caller knows of a next page. */
export async function listItems(
  trx: Trx,
  deskId: string,
  filter: ItemFilter,
): Promise<ItemTable[]> {
  return trx
    .selectFrom('item')
    .selectAll()
    .where('desk_id', '=', deskId)
    .$if(filter.verdict !== undefined, (query) =>
      query.where('verdict', '=', filter.verdict ?? 'clear'),
    )
    .$if(filter.externalId !== undefined, (query) =>
      query.where('external_id', '=', filter.externalId ?? ''),
    )
    .$if(filter.actor !== undefined, (query) =>
      query.where('actor_external_id', '=', filter.actor ?? null),
    )
    .$if(filter.before !== null, (query) => query.where('item_id', '<', filter.before ?? ''))
    .orderBy('item_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export async function findItems(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<ItemTable[]> {
  if (itemIds.length === 0) return [];
  return trx
    .selectFrom('item')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('item_id', 'in', [...itemIds])
    .orderBy('item_id')
    .execute();
}

export async function insertReport(trx: Trx, report: ReportTable): Promise<void> {
  await trx.insertInto('report').values(report).execute();
}

/** A clear item is looked at again; one that is under a measure stays so until somebody decides. */
export async function putUnderReview(trx: Trx, deskId: string, itemId: string): Promise<void> {
  await trx
    .updateTable('item')
    .set({ verdict: 'review' })
    .where('desk_id', '=', deskId)
    .where('item_id', '=', itemId)
    .where('verdict', '=', 'clear')
    .execute();
}

export async function updateVerdict(
  trx: Trx,
  deskId: string,
  itemId: string,
  verdict: Verdict,
): Promise<void> {
  await trx
    .updateTable('item')
    .set({ verdict })
    .where('desk_id', '=', deskId)
    .where('item_id', '=', itemId)
    .execute();
}
