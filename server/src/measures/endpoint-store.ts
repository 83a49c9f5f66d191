import type { Trx } from '../platform/database/index.ts';
import type { EndpointTable } from './tables.ts';

/** Endpoints that were not removed, oldest first. */
export async function listEndpoints(trx: Trx, deskId: string): Promise<EndpointTable[]> {
  return trx
    .selectFrom('endpoint')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('removed_at', 'is', null)
    .orderBy('endpoint_id')
    .execute();
}

/** Ids of endpoints that are told of measures: paused ones too, so that nothing is lost meanwhile. */
export async function endpointsInUse(trx: Trx, deskId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('endpoint')
    .select('endpoint_id')
    .where('desk_id', '=', deskId)
    .where('state', '<>', 'gone')
    .orderBy('endpoint_id')
    .execute();
  return rows.map((row) => row.endpoint_id);
}

/** One endpoint that was not removed; with `lock` it stays as read until the transaction ends. */
export async function findEndpoint(
  trx: Trx,
  deskId: string,
  endpointId: string,
  lock = false,
): Promise<EndpointTable | undefined> {
  return trx
    .selectFrom('endpoint')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('endpoint_id', '=', endpointId)
    .where('removed_at', 'is', null)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

export async function insertEndpoint(trx: Trx, row: EndpointTable): Promise<void> {
  await trx.insertInto('endpoint').values(row).execute();
}

/** Changes an endpoint that the caller has locked, and raises its version. */
export async function updateEndpoint(
  trx: Trx,
  row: EndpointTable,
  change: Partial<Pick<EndpointTable, 'name' | 'url' | 'state' | 'removed_at'>>,
): Promise<EndpointTable> {
  return trx
    .updateTable('endpoint')
    .set({ ...change, version: row.version + 1 })
    .where('desk_id', '=', row.desk_id)
    .where('endpoint_id', '=', row.endpoint_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
