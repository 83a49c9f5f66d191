import type { Assessment, GateReply } from '@commonweal/contract';
import { evaluateGate, suggestLighter, type ClauseCited, type GateResult } from '@commonweal/law';
import { readDesk } from '../desks/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { problem, type ProblemError } from '../platform/http/index.ts';
import { clausesCited, versionInForce } from '../policy/index.ts';
import {
  buildGateInput,
  postedAtOf,
  protectionDates,
  requireSubject,
  type Dates,
  type Proposed,
} from './gate-input.ts';
import { pointerInto } from './pointers.ts';
import { takesTwo } from './policy.ts';

/** What the gate said, and what it was said about. */
export interface Evaluated {
  readonly result: GateResult;
  readonly reply: GateReply;
  readonly clauses: readonly ClauseCited[];
  readonly dates: Dates;
}

/**
 * Asks the rights gate about an assessment, on the facts the desk itself holds.
 * @throws ProblemError `invalid` when the case has nothing that the measure could act on
 */
export async function evaluate(
  trx: Trx,
  deskId: string,
  asked: Omit<Proposed, 'clauses' | 'retentionDays'>,
): Promise<Evaluated> {
  const { assessment, facts, at } = asked;
  requireSubject(facts, assessment);
  const { retention_days: retentionDays } = await readDesk(trx, deskId);
  const clauses = await citeClauses(
    trx,
    deskId,
    assessment.ground,
    postedAtOf(facts, assessment),
    at,
  );
  const input = buildGateInput({ ...asked, clauses, retentionDays });
  const result = evaluateGate(input);
  const alwaysTwo = takesTwo(assessment.measure) && asked.secondBy === null;
  return {
    result,
    clauses,
    dates: protectionDates(assessment.notice, at, retentionDays),
    reply: {
      outcome: result.outcome,
      passed: result.passed,
      needs_second: result.needsSecond || alwaysTwo,
      gates: { ...result.gates },
      findings: result.findings.map((finding) => ({
        ...finding,
        pointer: pointerInto(assessment, clauses, finding.pointer),
      })),
      lightest_that_passes: suggestLighter(input),
    },
  };
}

/** The refusal of a measure that the gate does not let through, each reason at its field. */
export function gateBlocked(reply: GateReply): ProblemError {
  const unmet = reply.findings.filter(({ state }) => state === 'missing' || state === 'failed');
  return problem(
    'gate-blocked',
    `The rights gate says: ${unmet.map(({ reason }) => reason).join(' ')} Nothing was changed.`,
    {
      errors: unmet.map(({ pointer, reason, fix }) => ({
        pointer: `/assessment${pointer}`,
        detail: fix === null ? reason : `${reason} ${fix}`,
      })),
      extra: { gate: reply },
    },
  );
}

/**
 * The clauses cited, from the version chosen; and where that was not in force both at posting and now,
 * the same clauses from the versions that were. The rule must have been ours then and still be now.
 */
async function citeClauses(
  trx: Trx,
  deskId: string,
  ground: Assessment['ground'],
  postedAt: string | null,
  at: Date,
): Promise<ClauseCited[]> {
  if (ground.policy_version_id === null) return [];
  const posted = postedAt === null ? at : new Date(postedAt);
  const versions = new Set([ground.policy_version_id]);
  for (const moment of [posted, at]) {
    const inForce = await versionInForce(trx, deskId, moment);
    if (inForce !== null) versions.add(inForce.policy_version_id);
  }
  const cited: ClauseCited[] = [];
  let keys: readonly string[] = ground.clause_keys;
  for (const version of versions) {
    const found = await clausesCited(trx, deskId, version, keys);
    cited.push(...found);
    // Only what the chosen version holds is cited; the others say whether it was and is the rule.
    if (version === ground.policy_version_id) keys = found.map(({ clauseKey }) => clauseKey);
  }
  return cited;
}
