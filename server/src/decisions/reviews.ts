import type { DecisionReview } from '@commonweal/contract';
import { noteFate, noteOnCase } from '../cases/index.ts';
import { peopleNames } from '../desks/index.ts';
import { recordEvent } from '../ledger/index.ts';
import type { EntryFate } from '../matching/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, type Person, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { findDecision, type DecisionRow } from './store.ts';
import type { DecisionReviewRow } from './tables.ts';

const mostRows = 1000; // of one statement

/**
 * Puts up for review what was decided on an entry that is withdrawn: every measure in force or waiting
 * for a second person. The measures themselves stay as they are until somebody has looked.
 */
export async function openReviews(platform: Platform, trx: Trx, fate: EntryFate): Promise<void> {
  const { deskId, bankEntryId, subject, reason } = fate;
  // Locked against a reversal under way: what is reversed by then needs no review.
  const resting = await trx
    .selectFrom('decision_basis as basis')
    .innerJoin('decision as d', (join) =>
      join
        .onRef('d.desk_id', '=', 'basis.desk_id')
        .onRef('d.decision_id', '=', 'basis.decision_id'),
    )
    .select(['d.decision_id', 'd.case_id', 'd.decided_by', 'd.state'])
    .where('basis.desk_id', '=', deskId)
    .where('basis.kind', '=', 'bank_entry')
    .where('basis.reference_id', '=', bankEntryId)
    .where('d.kind', '=', 'measure')
    .where('d.state', 'in', ['awaiting_second', 'effective'])
    .orderBy('d.decision_id')
    .forKeyShare('d')
    .execute();
  if (resting.length === 0) return;
  const at = platform.clock.now();
  const rows = resting.map((row): DecisionReviewRow => ({
    desk_id: deskId,
    review_id: newId(),
    decision_id: row.decision_id,
    decided_by: row.decided_by,
    cause: 'entry_withdrawn',
    reference_id: bankEntryId,
    subject,
    cause_reason: reason,
    opened_at: at,
    state: 'open',
    closed_at: null,
    closed_by: null,
    closing_reason: null,
  }));
  for (let from = 0; from < rows.length; from += mostRows)
    await trx
      .insertInto('decision_review')
      .values(rows.slice(from, from + mostRows))
      .onConflict((conflict) =>
        conflict
          .columns(['desk_id', 'decision_id', 'cause', 'reference_id'])
          .where('state', '=', 'open')
          .doNothing(),
      )
      .execute();
  // Cases that are not decided were told as such.
  const decided = resting.filter((row) => row.state === 'effective').map((row) => row.case_id);
  await noteFate(platform, trx, fate, [...new Set(decided)], 'ground_withdrawn');
  await recordEvent(platform, trx, deskId, {
    kind: 'decision.reviews_opened',
    subjectId: bankEntryId,
    event: { cause: 'entry_withdrawn', decisions: resting.map((row) => row.decision_id) },
  });
}

/** Closes the reviews of an entry that is back. */
export async function closeRestored(platform: Platform, trx: Trx, fate: EntryFate): Promise<void> {
  const { deskId, bankEntryId, reason } = fate;
  const closed = await trx
    .updateTable('decision_review as review')
    .from('decision as d')
    .set({ state: 'restored', closed_at: platform.clock.now(), closing_reason: reason })
    .whereRef('d.desk_id', '=', 'review.desk_id')
    .whereRef('d.decision_id', '=', 'review.decision_id')
    .where('review.desk_id', '=', deskId)
    .where('review.reference_id', '=', bankEntryId)
    .where('review.state', '=', 'open')
    .returning(['d.decision_id', 'd.case_id', 'd.state'])
    .execute();
  if (closed.length === 0) return;
  const decided = closed.filter((row) => row.state === 'effective').map((row) => row.case_id);
  await noteFate(platform, trx, fate, [...new Set(decided)], 'ground_restored');
  await recordEvent(platform, trx, deskId, {
    kind: 'decision.reviews_closed',
    subjectId: bankEntryId,
    event: { because: 'restored', decisions: closed.map((row) => row.decision_id) },
  });
}

/** Closes the open reviews of a decision that was undone, or that the second person refused. */
export async function closeUndone(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  { desk_id, decision_id }: DecisionRow,
  personId: string | null,
): Promise<void> {
  await trx
    .updateTable('decision_review')
    .set({ state: 'reversed', closed_at: platform.clock.now(), closed_by: personId })
    .where('desk_id', '=', desk_id)
    .where('decision_id', '=', decision_id)
    .where('state', '=', 'open')
    .execute();
}

/**
 * Lets a decision stand on its other grounds. Whoever took part in it does not say so.
 * @throws ProblemError not-found, not-allowed, or conflict when one of the reviews is not open
 */
export async function keepDecision(
  platform: Platform,
  trx: Trx,
  deskId: string,
  decisionId: string,
  { review_ids, reason }: { readonly review_ids: readonly string[]; readonly reason: string },
  who: Pick<Person, 'personId' | 'name'>,
): Promise<DecisionRow> {
  const row = await findDecision(trx, deskId, decisionId, true);
  if (row === undefined) throw notFound('decision');
  if (row.decided_by === who.personId || row.second_by === who.personId)
    throw refusal('review-own');
  const kept = await trx
    .updateTable('decision_review')
    .set({
      state: 'kept',
      closed_at: platform.clock.now(),
      closed_by: who.personId,
      closing_reason: reason,
    })
    .where('desk_id', '=', deskId)
    .where('decision_id', '=', decisionId)
    .where('review_id', 'in', [...review_ids])
    .where('state', '=', 'open')
    .returning(['cause', 'reference_id'])
    .execute();
  if (kept.length !== review_ids.length) throw refusal('review-closed');
  await recordEvent(platform, trx, deskId, {
    kind: 'decision.kept',
    subjectId: decisionId,
    event: { decision_id: decisionId, reviews: kept },
  });
  await noteOnCase(platform, trx, deskId, row.case_id, who, 'kept', reason);
  return row;
}

/** The reviews of decisions, by decision, oldest first. */
export async function reviewsOf(
  trx: Trx,
  deskId: string,
  decisionIds: readonly string[],
): Promise<Map<string, DecisionReview[]>> {
  if (decisionIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('decision_review')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('decision_id', 'in', [...decisionIds])
    .orderBy('review_id')
    .execute();
  const names = await peopleNames(
    trx,
    rows.flatMap((row) => row.closed_by ?? []),
  );
  const byDecision = Map.groupBy(rows, (row) => row.decision_id);
  return new Map(
    [...byDecision].map(([id, reviews]) => [id, reviews.map((row) => present(row, names))]),
  );
}

function present(row: DecisionReviewRow, names: ReadonlyMap<string, string>): DecisionReview {
  const { closed_by } = row;
  return {
    review_id: row.review_id,
    cause: row.cause,
    reference_id: row.reference_id,
    subject: row.subject,
    cause_reason: row.cause_reason,
    opened_at: row.opened_at.toISOString(),
    state: row.state,
    closed_at: row.closed_at?.toISOString() ?? null,
    closed_by:
      closed_by === null
        ? null
        : { person_id: closed_by, name: names.get(closed_by) ?? 'Somebody' },
    closing_reason: row.closing_reason,
  };
}
