import { recordEvent, type LedgerEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';

type Kind = 'made' | 'effective' | 'refused' | 'reversed';

/** Commits to what happened to a decision: ids and fixed words, never what a person wrote. */
export async function recordDecision(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  deskId: string,
  decisionId: string,
  kind: `decision.${Kind}`,
  facts: LedgerEvent['event'],
): Promise<string> {
  return recordEvent(platform, trx, deskId, {
    kind,
    subjectId: decisionId,
    event: { decision_id: decisionId, at: platform.clock.now().toISOString(), ...facts },
  });
}
