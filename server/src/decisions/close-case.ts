import { holdForDecision } from '../cases/index.ts';
import { readDesk } from '../desks/index.ts';
import { DAY, later } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Person } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { factsOf, subjectColumns } from './facts.ts';
import { recordDecision } from './record-decision.ts';
import { restsOn } from './rests-on.ts';
import { insertDecision, type DecisionRow } from './store.ts';
import { takeEffect } from './take-effect.ts';

/** Decides that nothing is to be done. @throws ProblemError stale-version, lease-lost, conflict */
export async function closeCase(
  platform: Platform,
  trx: Trx,
  deskId: string,
  caseId: string,
  { version, reason }: { version: number; reason: string },
  who: Pick<Person, 'personId' | 'name'>,
): Promise<DecisionRow> {
  await holdForDecision(platform, trx, deskId, caseId, version, who.personId);
  const now = platform.clock.now();
  const facts = await factsOf(platform, trx, deskId, caseId);
  const { retention_days } = await readDesk(trx, deskId);
  const decisionId = newId();
  const row = await insertDecision(
    trx,
    {
      ...subjectColumns(facts),
      desk_id: deskId,
      decision_id: decisionId,
      subject: facts.case.subject,
      kind: 'no_action',
      state: 'effective',
      measure: null,
      assessment: null,
      gate: null,
      gate_outcome: null,
      gate_passed: false,
      needs_second: false,
      reasons: reason,
      policy_version_id: null,
      decided_by: who.personId,
      decided_at: now,
      effective_at: now,
      retention_until: later(now, retention_days * DAY),
      ledger_entry_id: await recordDecision(platform, trx, deskId, decisionId, 'decision.made', {
        case_id: caseId,
        kind: 'no_action',
        state: 'effective',
      }),
      version: 1,
    },
    restsOn([], facts.signals),
  );
  await platform.events.tell(trx, 'decision.made', { deskId, decisionId });
  await takeEffect(platform, trx, row, facts, who);
  return row;
}
