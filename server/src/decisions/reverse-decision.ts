import { sql } from 'kysely';
import { noteOnCase, settleCase } from '../cases/index.ts';
import { peopleNames } from '../desks/index.ts';
import { setVerdict } from '../intake/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, type Person } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { factsOf } from './facts.ts';
import { requireMove, requireVersion } from './policy.ts';
import { recordDecision } from './record-decision.ts';
import { closeUndone } from './reviews.ts';
import { effectsOnCase, findDecision, updateDecision, type DecisionRow } from './store.ts';
import type { ReversedBecause } from './tables.ts';

type Who = Pick<Person, 'personId' | 'name'>;

/** Undoes a decision that should not stand. @throws ProblemError not-found, stale-version, conflict */
export async function reverseDecision(
  platform: Platform,
  trx: Trx,
  deskId: string,
  decisionId: string,
  { version, reason }: { version: number; reason: string },
  who: Who,
): Promise<DecisionRow> {
  const row = await findDecision(trx, deskId, decisionId, true);
  if (row === undefined) throw notFound('decision');
  requireVersion(row, version);
  requireMove(row, 'reverse');
  return reverse(platform, trx, row, { because: 'reversed', reasons: reason, who });
}

/**
 * Undoes a decision whose appeal succeeded; one that no longer stands is left as it is.
 * @throws ProblemError not-found, or conflict for a decision that never took effect
 */
export async function reverseForAppeal(
  platform: Platform,
  trx: Trx,
  deskId: string,
  decisionId: string,
  { personId, reasons }: { personId: string; reasons: string },
): Promise<void> {
  const row = await findDecision(trx, deskId, decisionId, true);
  if (row === undefined) throw notFound('decision');
  if (row.state === 'reversed') return;
  requireMove(row, 'reverse');
  const names = await peopleNames(trx, [personId]);
  const who = { personId, name: names.get(personId) ?? 'Appeals' };
  await reverse(platform, trx, row, { because: 'appeal', reasons, who });
}

export interface Reversal {
  readonly because: ReversedBecause;
  readonly reasons: string;
  /** Null when the clock, or a later decision, ends it. */
  readonly who: Who | null;
}

/** Undoes a locked decision in force, and all that followed from it. */
export async function reverse(
  platform: Platform,
  trx: Trx,
  row: DecisionRow,
  { because, reasons, who }: Reversal,
): Promise<DecisionRow> {
  const { desk_id: deskId, decision_id: decisionId, case_id: caseId } = row;
  const reversed = await updateDecision(trx, row, {
    state: 'reversed',
    reversed_at: platform.clock.now(),
    reversed_by: who?.personId ?? null,
    reversed_because: because,
    reversal_reasons: reasons,
  });
  await closeUndone(platform, trx, reversed, who?.personId ?? null);
  await recordDecision(platform, trx, deskId, decisionId, 'decision.reversed', {
    because,
    measure: row.measure,
  });
  await noteOnCase(platform, trx, deskId, caseId, who, 'reversed', reasons);
  if (row.kind === 'no_action') await reopen(platform, trx, row, who);
  await setVerdicts(platform, trx, row);
  await platform.events.tell(trx, 'decision.reversed', { deskId, decisionId, because, reasons });
  return reversed;
}

/**
 * That nothing was to be done turned out wrong: the case is looked at again. Where signals have opened
 * another live case about the same since, that one serves.
 */
async function reopen(
  platform: Platform,
  trx: Trx,
  row: DecisionRow,
  who: Who | null,
): Promise<void> {
  await sql`savepoint before_reopening`.execute(trx);
  try {
    await settleCase(platform, trx, row.desk_id, row.case_id, {
      state: 'open',
      who,
      kind: 'opened_again',
      detail: 'The decision to do nothing was reversed.',
    });
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint !== 'one_live_case_per_subject') throw error;
    await sql`rollback to savepoint before_reopening`.execute(trx);
  }
}

/** Where the items stand now that one decision about them is gone. */
async function setVerdicts(platform: Platform, trx: Trx, row: DecisionRow): Promise<void> {
  const facts = await factsOf(platform, trx, row.desk_id, row.case_id);
  const effects = await effectsOnCase(trx, row.desk_id, row.case_id);
  const measured = effects.some(({ state, kind }) => state === 'effective' && kind === 'measure');
  const open = facts.case.state !== 'decided';
  for (const item of facts.items)
    await setVerdict(
      trx,
      row.desk_id,
      item.item_id,
      measured ? 'measured' : open ? 'review' : 'clear',
    );
}
