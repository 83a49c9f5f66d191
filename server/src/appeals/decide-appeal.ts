import { noteOnCase } from '../cases/index.ts';
import { readDecision, reverseForAppeal } from '../decisions/index.ts';
import { recordEvent } from '../ledger/index.ts';
import { decisionInForce, tellAppeal } from '../notices/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, type Person, refusal, staleVersion } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { mayHear, whoMayNotHear } from './policy.ts';
import { standingOf } from './standing.ts';
import { findAppeal, writeOutcome } from './store.ts';
import type { AppealRow } from './tables.ts';

export interface AppealOutcome {
  /** The version the hearer read. */
  readonly version: number;
  readonly outcome: 'upheld' | 'overturned';
  /** Told to whoever appealed. */
  readonly reasons: string;
}

/**
 * Decides an appeal. An overturned decision is reversed in the same transaction, and with it its
 * measure; one that was reversed already stays so. The person reads the answer on the notice.
 * @throws ProblemError not-found, stale-version, conflict, or not-allowed for whoever took part
 */
export async function decideAppeal(
  platform: Platform,
  trx: Trx,
  deskId: string,
  appealId: string,
  { version, outcome, reasons }: AppealOutcome,
  hearer: Person,
): Promise<AppealRow> {
  const appeal = await findAppeal(trx, deskId, appealId, true);
  if (appeal === undefined) throw notFound('appeal');
  if (appeal.version !== version) throw staleVersion('appeal', version, appeal.version);
  if (appeal.state !== 'open') throw refusal('appeal-decided');
  const decision = await readDecision(trx, deskId, appeal.decision_id);
  const decisions = new Map([[appeal.decision_id, decision]]);
  const mayNot = await whoMayNotHear(trx, deskId, [appeal], decisions);
  if (!mayHear(hearer, mayNot.get(appeal.decision_id))) throw refusal('appeal-took-part');
  const now = platform.clock.now();
  const decided = await writeOutcome(trx, appeal, {
    state: outcome,
    heard_by: hearer.personId,
    reasons,
    decided_at: now,
  });
  if (decided === undefined) throw staleVersion('appeal', version, version + 1);
  await recordEvent(platform, trx, deskId, {
    kind: `appeal.${outcome}`,
    subjectId: appealId,
    event: {
      appeal_id: appealId,
      decision_id: appeal.decision_id,
      heard_by: hearer.personId,
      at: now.toISOString(),
    },
  });
  if (outcome === 'overturned') {
    const standing = await decisionInForce(trx, deskId, appeal.decision_id);
    await reverseForAppeal(platform, trx, deskId, standing, {
      personId: hearer.personId,
      reasons,
    });
  }
  await tellAppeal(platform, trx, { deskId, noticeId: appeal.notice_id }, standingOf(decided));
  await noteOnCase(platform, trx, deskId, decision.case_id, hearer, `appeal_${outcome}`, reasons);
  return decided;
}
