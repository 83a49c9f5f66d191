import { readCase } from '../cases/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { CaseFacts } from './gate-input.ts';
import { decisionsOfCase } from './store.ts';

/** What the desk knows of a case. @throws ProblemError not-found, also for other desks' cases */
export async function factsOf(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
): Promise<CaseFacts> {
  return readCase(platform, trx, deskId, caseId, decisionsOfCase);
}

/** The columns of a decision that come from its case. */
export function subjectColumns(facts: CaseFacts) {
  const own = facts.items.find((item) => item.item_id === facts.case.item_id);
  return {
    case_id: facts.case.case_id,
    item_id: facts.case.item_id,
    actor_external_id: facts.case.actor_external_id,
    title: facts.case.title,
    subject_received_at: own === undefined ? null : new Date(own.received_at),
  };
}
