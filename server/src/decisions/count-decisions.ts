import type { TransparencyReport } from '@commonweal/contract';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';

export interface DecisionCounts {
  readonly decisions: TransparencyReport['decisions'];
  /** Median from an item's arrival to the decision about it; null where none was made. */
  readonly hours_item_to_decision: number | null;
}

interface Totals {
  total: number;
  no_action: number;
  overrides: number;
  reversed_without_appeal: number;
  hours: number | null;
}

/** Decisions that took effect in [from, to), also those reversed since. */
export async function countDecisions(
  trx: Trx,
  deskId: string,
  from: Date,
  to: Date,
): Promise<DecisionCounts> {
  const counted = sql`d.desk_id = ${deskId} and d.effective_at >= ${from} and d.effective_at < ${to}`;
  const { rows: totals } = await sql<Totals>`
    select count(*) as total,
      count(*) filter (where d.kind = 'no_action') as no_action,
      count(*) filter (where d.override_expires_at is not null) as overrides,
      count(*) filter (where d.reversed_because = 'reversed') as reversed_without_appeal,
      percentile_cont(0.5) within group (order by extract(epoch from d.effective_at - d.subject_received_at)::float8 / 3600) as hours
    from decision d where ${counted}`.execute(trx);
  const { rows: measures } = await sql<Counted>`
    select d.measure as name, count(*) as count from decision d
    where ${counted} and d.measure is not null group by d.measure order by d.measure`.execute(trx);
  const { rows: clauses } = await sql<Counted>`
    select b.clause_key as name, count(distinct d.decision_id) as count
    from decision d join decision_basis b on b.desk_id = d.desk_id and b.decision_id = d.decision_id
    where ${counted} and b.kind = 'clause' group by b.clause_key order by b.clause_key`.execute(
    trx,
  );
  const { rows: categories } = await sql<Counted>`
    select c.name, count(*) as count
    from decision d cross join lateral jsonb_array_elements_text(d.assessment -> 'harm' -> 'categories') as c (name)
    where ${counted} and d.assessment is not null group by c.name order by c.name`.execute(trx);
  const [all] = totals;
  return {
    decisions: {
      total: all?.total ?? 0,
      no_action: all?.no_action ?? 0,
      by_measure: measures,
      by_clause: clauses,
      by_category: categories,
      // Only people decide here: every row names one.
      by_rule_without_person: 0,
      overrides: all?.overrides ?? 0,
      reversed_without_appeal: all?.reversed_without_appeal ?? 0,
    },
    hours_item_to_decision: all?.hours ?? null,
  };
}

interface Counted {
  name: string;
  count: number;
}
