import { readDecision } from '../decisions/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { addressOf } from './notice-token.ts';
import { availableFrom } from './open-notices.ts';
import { findAffected } from './store.ts';

type Parts = Pick<Platform, 'clock' | 'config' | 'secrets'>;

/**
 * Addresses of the notices to the people affected, by decision. A notice that is lawfully delayed has
 * none before its time.
 */
export async function noticeUrls(
  platform: Parts,
  trx: Trx,
  deskId: string,
  decisionIds: readonly string[],
): Promise<Map<string, string>> {
  const now = platform.clock.now();
  const notices = await findAffected(trx, deskId, decisionIds);
  return new Map(
    notices
      .filter((notice) => notice.available_from <= now)
      .map(({ notice_id: noticeId }) => [noticeId, addressOf(platform, { deskId, noticeId })]),
  );
}

/**
 * The address of the notice to the person affected by a decision, or null: nothing was restricted, or
 * the notice is delayed. Also right in the transaction of the decision, before the notice is written.
 */
export async function noticeUrl(
  platform: Parts,
  trx: Trx,
  deskId: string,
  decisionId: string,
): Promise<string | null> {
  const [notice] = await findAffected(trx, deskId, [decisionId]);
  const now = platform.clock.now();
  const address = addressOf(platform, { deskId, noticeId: decisionId });
  if (notice) return notice.available_from <= now ? address : null;
  const decision = await readDecision(trx, deskId, decisionId);
  const told = decision.kind === 'measure' && decision.state === 'effective';
  return told && availableFrom(decision, now) <= now ? address : null;
}
