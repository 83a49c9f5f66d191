import type { Decision } from '@commonweal/contract';
import {
  sql,
  type ExpressionBuilder,
  type InsertObject,
  type Selectable,
  type UpdateObject,
} from 'kysely';
import type { Tables, Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { DecisionBasisTable, DecisionTable } from './tables.ts';

export type DecisionRow = Selectable<DecisionTable>;
export type NewDecision = InsertObject<Tables, 'decision'> &
  Pick<DecisionTable, 'desk_id' | 'decision_id'>;
export type Basis = Pick<DecisionBasisTable, 'kind' | 'reference_id' | 'clause_key'>;

/** Reads a decision; with `lock` it stays as read until the transaction ends. */
export async function findDecision(
  trx: Trx,
  deskId: string,
  decisionId: string,
  lock = false,
): Promise<DecisionRow | undefined> {
  return trx
    .selectFrom('decision')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('decision_id', '=', decisionId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

export async function insertDecision(
  trx: Trx,
  row: NewDecision,
  basis: readonly Basis[],
): Promise<DecisionRow> {
  const stored = await trx
    .insertInto('decision')
    .values(row)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (basis.length > 0) {
    await trx
      .insertInto('decision_basis')
      .values(
        basis.map((one) => ({
          ...one,
          desk_id: row.desk_id,
          decision_id: row.decision_id,
          basis_id: newId(),
        })),
      )
      .execute();
  }
  return stored;
}

/** Changes a decision that the caller has locked, and raises its version. */
export async function updateDecision(
  trx: Trx,
  row: DecisionRow,
  change: UpdateObject<Tables, 'decision'>,
): Promise<DecisionRow> {
  return trx
    .updateTable('decision')
    .set({ ...change, version: row.version + 1 })
    .where('desk_id', '=', row.desk_id)
    .where('decision_id', '=', row.decision_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface DecisionFilter {
  readonly state?: Decision['state'] | undefined;
  readonly measure?: NonNullable<Decision['measure']> | undefined;
  readonly upForReview?: boolean | undefined;
  readonly before: string | null;
  readonly limit: number;
}

/** Decisions, newest first; one more than the limit. */
export async function listDecisions(
  trx: Trx,
  deskId: string,
  filter: DecisionFilter,
): Promise<DecisionRow[]> {
  return trx
    .selectFrom('decision')
    .selectAll()
    .where('desk_id', '=', deskId)
    .$if(filter.state !== undefined, (query) =>
      query.where('state', '=', filter.state ?? 'effective'),
    )
    .$if(filter.measure !== undefined, (query) =>
      query.where('measure', '=', filter.measure ?? null),
    )
    .$if(filter.upForReview === true, (query) => query.where(isUpForReview))
    .$if(filter.before !== null, (query) => query.where('decision_id', '<', filter.before ?? ''))
    .orderBy('decision_id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** How many decisions wait for somebody: for a second person, or to be looked at again. */
export async function countWaiting(
  trx: Trx,
  deskId: string,
): Promise<{ awaiting_second: number; up_for_review: number }> {
  const [second, review] = await Promise.all([
    trx
      .selectFrom('decision')
      .select(sql<number>`count(*)`.as('count'))
      .where('desk_id', '=', deskId)
      .where('state', '=', 'awaiting_second')
      .executeTakeFirstOrThrow(),
    trx
      .selectFrom('decision_review')
      .select(sql<number>`count(distinct decision_id)`.as('count'))
      .where('desk_id', '=', deskId)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow(),
  ]);
  return { awaiting_second: second.count, up_for_review: review.count };
}

/** Something a decision rests on is gone, and nobody has looked since. */
function isUpForReview(expression: ExpressionBuilder<Tables, 'decision'>) {
  return expression.exists(
    expression
      .selectFrom('decision_review as review')
      .select('review.review_id')
      .whereRef('review.desk_id', '=', 'decision.desk_id')
      .whereRef('review.decision_id', '=', 'decision.decision_id')
      .where('review.state', '=', 'open'),
  );
}

/** Ids of all decisions about a case, oldest first. */
export async function decisionsOfCase(trx: Trx, deskId: string, caseId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('decision')
    .select('decision_id')
    .where('desk_id', '=', deskId)
    .where('case_id', '=', caseId)
    .orderBy('decision_id')
    .execute();
  return rows.map((row) => row.decision_id);
}

/** Decisions of a case that took effect, locked, oldest first; reversed ones too. */
export async function effectsOnCase(
  trx: Trx,
  deskId: string,
  caseId: string,
): Promise<DecisionRow[]> {
  return trx
    .selectFrom('decision')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('case_id', '=', caseId)
    .where('state', 'in', ['effective', 'reversed'])
    .orderBy('decision_id')
    .forUpdate()
    .execute();
}

/** Ids of overrides in force whose hours have run out. */
export async function overridesRunOut(trx: Trx, deskId: string, now: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('decision')
    .select('decision_id')
    .where('desk_id', '=', deskId)
    .where('state', '=', 'effective')
    .where('override_expires_at', '<=', now)
    .execute();
  return rows.map((row) => row.decision_id);
}
