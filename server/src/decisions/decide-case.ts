import type { Assessment } from '@commonweal/contract';
import { holdForDecision, settleCase } from '../cases/index.ts';
import { jsonb, type Trx } from '../platform/database/index.ts';
import { type Person, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { evaluate, gateBlocked } from './evaluate.ts';
import { factsOf, subjectColumns } from './facts.ts';
import { overrideEnd, subjectOf } from './gate-input.ts';
import { dispositionOf } from './policy.ts';
import { recordDecision } from './record-decision.ts';
import { restsOn } from './rests-on.ts';
import { effectsOnCase, insertDecision, type DecisionRow } from './store.ts';
import { takeEffect } from './take-effect.ts';

type Who = Pick<Person, 'personId' | 'name'>;

/**
 * Decides a case: the measure takes effect, or waits for a second person, or is refused by the gate
 * and nothing changes. What protects the person (appeal, expiry) is set here, never by the client.
 * @throws ProblemError `gate-blocked` with the gate's reply; stale-version, lease-lost, conflict, invalid
 */
export async function decideCase(
  platform: Platform,
  trx: Trx,
  deskId: string,
  caseId: string,
  { version, assessment }: { version: number; assessment: Assessment },
  who: Who,
): Promise<DecisionRow> {
  await holdForDecision(platform, trx, deskId, caseId, version, who.personId);
  if (assessment.override !== null) await requireFirstOverride(trx, deskId, caseId);
  const now = platform.clock.now();
  const facts = await factsOf(platform, trx, deskId, caseId);
  const { result, reply, clauses, dates } = await evaluate(trx, deskId, {
    assessment,
    facts,
    decidedBy: who.personId,
    secondBy: null,
    at: now,
    decidedAt: now,
  });
  const state = dispositionOf(result, assessment.measure);
  if (state === 'blocked') throw gateBlocked(reply);
  const waits = state === 'awaiting_second';
  const decisionId = newId();
  const ledgerEntryId = await recordDecision(platform, trx, deskId, decisionId, 'decision.made', {
    case_id: caseId,
    kind: 'measure',
    measure: assessment.measure,
    subject: subjectOf(assessment),
    clauses: clauses.map(({ versionId, clauseKey }) => `${versionId}#${clauseKey}`),
    outcome: result.outcome,
    state,
    override: waits && assessment.override !== null,
  });
  const row = await insertDecision(
    trx,
    {
      ...subjectColumns(facts),
      desk_id: deskId,
      decision_id: decisionId,
      subject: subjectOf(assessment),
      kind: 'measure',
      state,
      measure: assessment.measure,
      assessment: jsonb(assessment),
      gate: jsonb(reply),
      gate_outcome: result.outcome,
      gate_passed: result.passed,
      needs_second: waits,
      reasons: assessment.necessity,
      policy_version_id: assessment.ground.policy_version_id,
      decided_by: who.personId,
      override_expires_at: waits && assessment.override !== null ? overrideEnd(now) : null,
      decided_at: now,
      effective_at: waits ? null : now,
      appeal_until: waits ? null : dates.appealUntil,
      retention_until: dates.retentionUntil,
      ledger_entry_id: ledgerEntryId,
      version: 1,
    },
    restsOn(clauses, facts.signals),
  );
  await platform.events.tell(trx, 'decision.made', { deskId, decisionId });
  if (!waits) {
    await takeEffect(platform, trx, row, facts, who);
    return row;
  }
  await settleCase(platform, trx, deskId, caseId, {
    state: 'awaiting_second',
    who,
    kind: 'decision_proposed',
    detail: `${assessment.measure}: a second person must approve it.`,
  });
  return row;
}

/** One emergency is one day: it is not made longer by declaring it again. */
async function requireFirstOverride(trx: Trx, deskId: string, caseId: string): Promise<void> {
  const effects = await effectsOnCase(trx, deskId, caseId);
  if (effects.every((effect) => effect.override_expires_at === null)) return;
  throw refusal('override-once');
}
