import type { Assessment, GateReply } from '@commonweal/contract';
import type { Trx } from '../platform/database/index.ts';
import type { Person } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { evaluate } from './evaluate.ts';
import { factsOf } from './facts.ts';

/** What the gate would say now. Writes nothing. @throws ProblemError not-found, invalid */
export async function checkDecision(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  caseId: string,
  assessment: Assessment,
  { personId }: Pick<Person, 'personId'>,
): Promise<GateReply> {
  const at = platform.clock.now();
  const facts = await factsOf(platform, trx, deskId, caseId);
  const { reply } = await evaluate(trx, deskId, {
    assessment,
    facts,
    decidedBy: personId,
    secondBy: null,
    at,
    decidedAt: at,
  });
  return reply;
}
