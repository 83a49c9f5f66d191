import type { DecisionReview } from '@commonweal/contract';
import { noteFate, noteOnCase, type GroundFate } from '../cases/index.ts';
import { peopleNames } from '../desks/index.ts';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, type Person, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { findDecision, type DecisionRow } from './store.ts';
import type { DecisionReviewRow } from './tables.ts';

const mostRows = 1000; // of one statement

const causes = { bank_entry: 'entry_withdrawn', designation: 'listing_ended' } as const;

/**
 * Puts up for review what was decided on entries that are withdrawn or listings that ended: every
 * measure in force or waiting for a second person. The measures themselves stay as they are until
 * somebody has looked.
 */
export async function openReviews(
  platform: Platform,
  trx: Trx,
  fates: readonly GroundFate[],
): Promise<void> {
  for (const some of batches(fates)) {
    const [{ deskId, ground }] = some;
    const ids = some.map((fate) => fate.referenceId);
    // Locked against a reversal under way: what is reversed by then needs no review.
    const resting = await trx
      .selectFrom('decision_basis as basis')
      .innerJoin('decision as d', (join) =>
        join
          .onRef('d.desk_id', '=', 'basis.desk_id')
          .onRef('d.decision_id', '=', 'basis.decision_id'),
      )
      .select(['basis.reference_id', 'd.decision_id', 'd.case_id', 'd.decided_by', 'd.state'])
      .where('basis.desk_id', '=', deskId)
      .where('basis.kind', '=', ground)
      .where('basis.reference_id', 'in', ids)
      .where('d.kind', '=', 'measure')
      .where('d.state', 'in', ['awaiting_second', 'effective'])
      .orderBy('d.decision_id')
      .forKeyShare('d')
      .execute();
    const byGround = Map.groupBy(resting, (row) => row.reference_id);
    for (const fate of some)
      await openReviewsOf(platform, trx, fate, byGround.get(fate.referenceId) ?? []);
  }
}

type Resting = Pick<DecisionRow, 'decision_id' | 'case_id' | 'decided_by' | 'state'>;

async function openReviewsOf(
  platform: Platform,
  trx: Trx,
  fate: GroundFate,
  resting: readonly Resting[],
): Promise<void> {
  const { deskId, ground, referenceId, subject, reason } = fate;
  const cause = causes[ground];
  if (resting.length === 0) return;
  const at = platform.clock.now();
  const rows = resting.map((row): DecisionReviewRow => ({
    desk_id: deskId,
    review_id: newId(),
    decision_id: row.decision_id,
    decided_by: row.decided_by,
    cause,
    reference_id: referenceId,
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
    subjectId: referenceId,
    event: { cause, decisions: resting.map((row) => row.decision_id) },
  });
}

/** Closes the reviews of entries and listings that are back. */
export async function closeRestored(
  platform: Platform,
  trx: Trx,
  fates: readonly GroundFate[],
): Promise<void> {
  for (const some of batches(fates)) {
    const [{ deskId }] = some;
    const ids = some.map((fate) => fate.referenceId);
    const open = await trx
      .selectFrom('decision_review')
      .select('reference_id')
      .distinct()
      .where('desk_id', '=', deskId)
      .where('reference_id', 'in', ids)
      .where('state', '=', 'open')
      .execute();
    for (const { reference_id: id } of open)
      await closeReviewsOf(
        platform,
        trx,
        some.find((fate) => fate.referenceId === id)!,
      );
  }
}

async function closeReviewsOf(platform: Platform, trx: Trx, fate: GroundFate): Promise<void> {
  const { deskId, referenceId, reason } = fate;
  const closed = await trx
    .updateTable('decision_review as review')
    .from('decision as d')
    .set({ state: 'restored', closed_at: platform.clock.now(), closing_reason: reason })
    .whereRef('d.desk_id', '=', 'review.desk_id')
    .whereRef('d.decision_id', '=', 'review.decision_id')
    .where('review.desk_id', '=', deskId)
    .where('review.reference_id', '=', referenceId)
    .where('review.state', '=', 'open')
    .returning(['d.decision_id', 'd.case_id', 'd.state'])
    .execute();
  if (closed.length === 0) return;
  const decided = closed.filter((row) => row.state === 'effective').map((row) => row.case_id);
  await noteFate(platform, trx, fate, [...new Set(decided)], 'ground_restored');
  await recordEvent(platform, trx, deskId, {
    kind: 'decision.reviews_closed',
    subjectId: referenceId,
    event: { because: 'restored', decisions: closed.map((row) => row.decision_id) },
  });
}

function batches<T>(rows: readonly T[]): [T, ...T[]][] {
  const count = Math.ceil(rows.length / mostRows);
  return Array.from(
    { length: count },
    (_, at) => rows.slice(at * mostRows, (at + 1) * mostRows) as [T, ...T[]],
  );
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
