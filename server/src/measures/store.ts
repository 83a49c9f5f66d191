import type { Measure } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import { jsonb } from '../platform/database/index.ts';
import { liveStates } from './states.ts';
import type { MeasureTable, ReceiptTable } from './tables.ts';

/** Reads a measure; with `lock` it stays as read until the transaction ends. */
export async function findMeasure(
  trx: Trx,
  deskId: string,
  measureId: string,
  lock = false,
): Promise<MeasureTable | undefined> {
  return trx
    .selectFrom('measure')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('measure_id', '=', measureId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** The measure that carries a decision out, locked. */
export async function lockMeasureOf(
  trx: Trx,
  deskId: string,
  decisionId: string,
): Promise<MeasureTable | undefined> {
  return trx
    .selectFrom('measure')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('decision_id', '=', decisionId)
    .forUpdate()
    .executeTakeFirst();
}

/** The measure that carries a decision out, if there is one. */
export async function measureOfDecision(
  trx: Trx,
  deskId: string,
  decisionId: string,
): Promise<MeasureTable | null> {
  const row = await trx
    .selectFrom('measure')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('decision_id', '=', decisionId)
    .executeTakeFirst();
  return row ?? null;
}

/** Ids of measures by the decision they carry out. */
export async function measuresOf(
  trx: Trx,
  deskId: string,
  decisionIds: readonly string[],
): Promise<Map<string, string>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('measure')
    .select(['decision_id', 'measure_id'])
    .where('desk_id', '=', deskId)
    .where('decision_id', 'in', [...decisionIds])
    .execute();
  return new Map(rows.map((row) => [row.decision_id, row.measure_id]));
}

export async function insertMeasure(trx: Trx, row: MeasureTable): Promise<MeasureTable> {
  return trx
    .insertInto('measure')
    .values({ ...row, territories: jsonb(row.territories) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Changes a measure that the caller has locked. */
export async function updateMeasure(
  trx: Trx,
  row: MeasureTable,
  change: Partial<
    Pick<MeasureTable, 'state' | 'ended_because' | 'ended_at' | 'decision_id' | 'ends_at'>
  >,
): Promise<MeasureTable> {
  return trx
    .updateTable('measure')
    .set({ ...change, version: row.version + 1 })
    .where('desk_id', '=', row.desk_id)
    .where('measure_id', '=', row.measure_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Measures, newest first; one more than the limit. */
export async function listMeasures(
  trx: Trx,
  deskId: string,
  filter: {
    readonly state?: Measure['state'] | undefined;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<MeasureTable[]> {
  return trx
    .selectFrom('measure')
    .selectAll()
    .where('desk_id', '=', deskId)
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'queued'))
    .$if(filter.before !== null, (query) => query.where('measure_id', '<', filter.before ?? ''))
    .orderBy('measure_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** Ids of measures in force whose end has come. */
export async function measuresRunOut(trx: Trx, deskId: string, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('measure')
    .select('measure_id')
    .where('desk_id', '=', deskId)
    .where('state', 'in', [...liveStates])
    .where('ends_at', '<=', now)
    .orderBy('ends_at')
    .limit(200)
    .execute();
  return rows.map((row) => row.measure_id);
}

/** Measures in a state, oldest first, locked. */
export async function lockMeasuresIn(
  trx: Trx,
  deskId: string,
  state: Measure['state'],
): Promise<MeasureTable[]> {
  return trx
    .selectFrom('measure')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('state', '=', state)
    .orderBy('measure_id')
    .forUpdate()
    .execute();
}

/** Stores a receipt unless its key is known; returns the one stored, now or before. */
export async function keepReceipt(
  trx: Trx,
  row: ReceiptTable,
): Promise<{ receipt: ReceiptTable; isNew: boolean }> {
  const inserted = await trx
    .insertInto('receipt')
    .values(row)
    .onConflict((on) => on.columns(['desk_id', 'measure_id', 'receipt_key']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return { receipt: inserted, isNew: true };
  const receipt = await trx
    .selectFrom('receipt')
    .selectAll()
    .where('desk_id', '=', row.desk_id)
    .where('measure_id', '=', row.measure_id)
    .where('receipt_key', '=', row.receipt_key)
    .executeTakeFirstOrThrow();
  return { receipt, isNew: false };
}

export async function receiptsOf(
  trx: Trx,
  deskId: string,
  measureId: string,
): Promise<ReceiptTable[]> {
  return trx
    .selectFrom('receipt')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('measure_id', '=', measureId)
    .orderBy('receipt_id')
    .execute();
}
