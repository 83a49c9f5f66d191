import type { Decision, DecisionReview } from '@commonweal/contract';
import { peopleNames } from '../desks/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import { reviewsOf } from './reviews.ts';
import { findDecision, type DecisionRow } from './store.ts';

/** What later rooms know of decisions: their measures, and where the person reads of them. */
export type Links = (
  trx: Trx,
  deskId: string,
  decisionIds: readonly string[],
) => Promise<{
  readonly measureIds: ReadonlyMap<string, string>;
  readonly noticeUrls: ReadonlyMap<string, string>;
}>;

/** A decision with the names of those who made it. */
export interface StoredDecision extends DecisionRow {
  readonly decided_by_name: string;
  readonly second_by_name: string | null;
}

/** One decision. @throws ProblemError not-found, also for other desks' decisions */
export async function readDecision(
  trx: Trx,
  deskId: string,
  decisionId: string,
): Promise<StoredDecision> {
  const row = await findDecision(trx, deskId, decisionId);
  if (row === undefined) throw notFound('decision');
  const [named] = await withNames(trx, [row]);
  return named as StoredDecision;
}

/** Decisions as the wire shows them, in the order given. */
export async function presentAll(
  trx: Trx,
  deskId: string,
  rows: readonly DecisionRow[],
  links: Links,
): Promise<Decision[]> {
  const named = await withNames(trx, rows);
  const ids = rows.map((row) => row.decision_id);
  const { measureIds, noticeUrls } = await links(trx, deskId, ids);
  const reviews = await reviewsOf(trx, deskId, ids);
  return named.map((row) =>
    presentDecision(row, {
      measureId: measureIds.get(row.decision_id) ?? null,
      noticeUrl: noticeUrls.get(row.decision_id) ?? null,
      reviews: reviews.get(row.decision_id) ?? [],
    }),
  );
}

/** The only door from a stored decision to JSON. */
export function presentDecision(
  row: StoredDecision,
  links: {
    readonly measureId: string | null;
    readonly noticeUrl: string | null;
    readonly reviews: readonly DecisionReview[];
  },
): Decision {
  return {
    decision_id: row.decision_id,
    case_id: row.case_id,
    kind: row.kind,
    state: row.state,
    measure: row.measure,
    assessment: row.assessment,
    gate: row.gate,
    reasons: row.reasons,
    item_id: row.item_id,
    actor_external_id: row.actor_external_id,
    title: row.title,
    decided_by: { person_id: row.decided_by, name: row.decided_by_name },
    second_by:
      row.second_by === null
        ? null
        : { person_id: row.second_by, name: row.second_by_name ?? 'Somebody' },
    override_expires_at: row.override_expires_at?.toISOString() ?? null,
    decided_at: row.decided_at.toISOString(),
    effective_at: row.effective_at?.toISOString() ?? null,
    reversed_at: row.reversed_at?.toISOString() ?? null,
    reversed_because: row.reversed_because,
    reversal_reasons: row.reversal_reasons,
    measure_id: links.measureId,
    notice_url: links.noticeUrl,
    reviews: [...links.reviews],
    version: row.version,
  };
}

async function withNames(trx: Trx, rows: readonly DecisionRow[]): Promise<StoredDecision[]> {
  const names = await peopleNames(
    trx,
    rows.flatMap((row) => [row.decided_by, ...(row.second_by === null ? [] : [row.second_by])]),
  );
  return rows.map((row) => ({
    ...row,
    decided_by_name: names.get(row.decided_by) ?? 'Somebody',
    second_by_name: row.second_by === null ? null : (names.get(row.second_by) ?? 'Somebody'),
  }));
}
