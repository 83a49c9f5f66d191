import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { readableUntil } from './notice-terms.ts';
import type { OpenNotice } from './open-notice.ts';
import { writeStanding } from './store.ts';
import type { AppealStanding } from './tables.ts';

/**
 * Puts where an appeal stands on the notice's page; the appeals room calls it in its own transaction.
 * The notice is kept long enough for the answer to be read.
 */
export async function tellAppeal(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  { deskId, noticeId }: OpenNotice['key'],
  standing: AppealStanding,
): Promise<void> {
  await writeStanding(trx, deskId, noticeId, standing, readableUntil(platform.clock.now()));
}
