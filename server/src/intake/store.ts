import { sql } from 'kysely';
import type { Verdict } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import type { PreparedItem } from './prepare-item.ts';
import type { ItemTable, ReportTable } from './tables.ts';

/**
 * Stores many items in one statement: one JSON parameter is quicker to send and to read than twenty
 * arrays. Items whose very content is here already are left alone.
 * @returns the ids stored now
 */
export async function insertItems(
  trx: Trx,
  deskId: string,
  batchId: string,
  items: readonly (PreparedItem & { verdict: Verdict })[],
): Promise<Set<string>> {
  const rows = items.map(
    ({ itemId, item, receivedAt, retentionUntil, contentHash, salt, verdict }) => ({
      item_id: itemId,
      external_id: item.external_id,
      kind: item.kind,
      surface: item.surface,
      // In our own spelling: time zones reach further in RFC 3339 than in PostgreSQL.
      posted_at: item.posted_at === undefined ? undefined : new Date(item.posted_at),
      received_at: receivedAt,
      url: item.url,
      title: item.title,
      body: item.text,
      language: item.language,
      territory: item.territory,
      actor_external_id: item.actor?.external_id,
      actor: item.actor,
      links: item.links ?? [],
      audience: item.audience,
      participant_report: item.participant_report,
      content_hash: `\\x${contentHash.toString('hex')}`,
      salt: `\\x${salt.toString('hex')}`,
      verdict,
      retention_until: retentionUntil,
    }),
  );
  const stored = await sql`
    insert into item (desk_id, item_id, external_id, kind, surface, posted_at, received_at, url, title, body, language, territory, actor_external_id, actor, links, audience, participant_report, content_hash, salt, intake_batch_id, verdict, retention_until)
    select ${deskId}::uuid, r.item_id, r.external_id, r.kind, r.surface, r.posted_at, r.received_at, r.url, r.title, r.body, r.language, r.territory, r.actor_external_id, r.actor, r.links, r.audience, r.participant_report, r.content_hash, r.salt, ${batchId}::uuid, r.verdict, r.retention_until
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (item_id uuid, external_id text, kind text, surface text, posted_at timestamptz, received_at timestamptz, url text, title text, body text, language text, territory text, actor_external_id text, actor jsonb, links jsonb, audience int, participant_report jsonb, content_hash bytea, salt bytea, verdict text, retention_until timestamptz)
    on conflict (desk_id, external_id, content_hash) do nothing`.execute(trx);
  const ids = rows.map((row) => row.item_id);
  // Nearly always all are new: which they are is asked only when they are not.
  if (stored.numAffectedRows === BigInt(ids.length)) return new Set(ids);
  return new Set((await findItems(trx, deskId, ids)).map((row) => row.item_id));
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
