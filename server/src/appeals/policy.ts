import { whoTookPart } from '../cases/index.ts';
import type { StoredDecision } from '../decisions/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Caller } from '../platform/http/index.ts';
import type { AppealRow } from './tables.ts';

type Made = Pick<StoredDecision, 'decision_id' | 'case_id'>;

/**
 * Who may not hear each of these appeals: whoever decided, seconded, or did anything about the case
 * before (DESIGN 6.4; DSA Art 20(6) asks for qualified people). By decision.
 */
export async function whoMayNotHear(
  trx: Trx,
  deskId: string,
  appeals: readonly Pick<AppealRow, 'decision_id' | 'decided_by' | 'second_by'>[],
  decisions: ReadonlyMap<string, Made>,
): Promise<Map<string, Set<string>>> {
  const caseIds = [...new Set([...decisions.values()].map((decision) => decision.case_id))];
  const ofCase = await whoTookPart(trx, deskId, caseIds);
  return new Map(
    appeals.map(({ decision_id, decided_by, second_by }) => {
      const part = ofCase.get(decisions.get(decision_id)?.case_id ?? '') ?? [];
      return [decision_id, new Set([...part, decided_by, ...(second_by ? [second_by] : [])])];
    }),
  );
}

/** Whether a caller may hear an appeal that these people may not. */
export function mayHear(caller: Caller, mayNot: ReadonlySet<string> | undefined): boolean {
  return (
    caller.kind === 'person' &&
    caller.roles.includes('appeals') &&
    mayNot !== undefined &&
    !mayNot.has(caller.personId)
  );
}
