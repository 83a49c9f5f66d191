import { takesEffect } from '@commonweal/law';
import { settleCase } from '../cases/index.ts';
import { jsonb, type Trx } from '../platform/database/index.ts';
import { notFound, type Person } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { evaluate, gateBlocked } from './evaluate.ts';
import { factsOf } from './facts.ts';
import { requireMove, requireSomebodyElse, requireVersion, type Move } from './policy.ts';
import { recordDecision } from './record-decision.ts';
import { closeUndone } from './reviews.ts';
import { findDecision, updateDecision, type DecisionRow } from './store.ts';
import { takeEffect } from './take-effect.ts';

type Who = Pick<Person, 'personId' | 'name'>;
interface Said {
  readonly version: number;
  readonly reason: string;
}

/**
 * The second person says yes. The gate is asked again, now: what was lawful to propose may no longer
 * be to carry out.
 * @throws ProblemError gate-blocked, not-allowed, not-found, stale-version, conflict
 */
export async function approveDecision(
  platform: Platform,
  trx: Trx,
  deskId: string,
  decisionId: string,
  said: Said,
  who: Who,
): Promise<DecisionRow> {
  const row = await waiting(trx, deskId, decisionId, said, who, 'approve');
  const { assessment } = row;
  if (assessment === null)
    throw new Error(`Decision ${decisionId} waits for a second person without an assessment.`);
  const now = platform.clock.now();
  const facts = await factsOf(platform, trx, deskId, row.case_id);
  const { result, reply, dates } = await evaluate(trx, deskId, {
    assessment,
    facts,
    decidedBy: row.decided_by,
    secondBy: who.personId,
    at: now,
    decidedAt: row.decided_at,
  });
  if (!takesEffect(result)) throw gateBlocked(reply);
  const effective = await updateDecision(trx, row, {
    state: 'effective',
    second_by: who.personId,
    second_reason: said.reason,
    gate: jsonb(reply),
    gate_outcome: result.outcome,
    gate_passed: result.passed,
    // What passed needs no emergency, and does not end with one.
    override_expires_at: result.passed ? null : row.override_expires_at,
    effective_at: now,
    appeal_until: dates.appealUntil,
    retention_until: dates.retentionUntil,
  });
  await takeEffect(platform, trx, effective, facts, who);
  return effective;
}

/** The second person says no: the case opens again. @throws ProblemError not-allowed, not-found, stale-version, conflict */
export async function refuseDecision(
  platform: Platform,
  trx: Trx,
  deskId: string,
  decisionId: string,
  said: Said,
  who: Who,
): Promise<DecisionRow> {
  const row = await waiting(trx, deskId, decisionId, said, who, 'refuse');
  const refused = await updateDecision(trx, row, {
    state: 'refused',
    refused_by: who.personId,
    second_reason: said.reason,
  });
  await closeUndone(platform, trx, refused, who.personId);
  await recordDecision(platform, trx, deskId, decisionId, 'decision.refused', {
    measure: row.measure,
  });
  await settleCase(platform, trx, deskId, row.case_id, {
    state: 'open',
    who,
    kind: 'refused',
    detail: said.reason,
  });
  return refused;
}

async function waiting(
  trx: Trx,
  deskId: string,
  decisionId: string,
  said: Said,
  who: Who,
  move: Move,
): Promise<DecisionRow> {
  const row = await findDecision(trx, deskId, decisionId, true);
  if (row === undefined) throw notFound('decision');
  requireMove(row, move);
  requireSomebodyElse(row, who.personId);
  requireVersion(row, said.version);
  return row;
}
