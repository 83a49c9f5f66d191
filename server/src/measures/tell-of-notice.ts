import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { endpointsInUse } from './endpoint-store.ts';
import type { NoticeUrl } from './message.ts';
import { queueMessages } from './queue-delivery.ts';
import { measureOfDecision } from './store.ts';

declare module '../platform/events.ts' {
  interface DeskEvents {
    /** A notice that was lawfully delayed may be read from now on. */
    'notice.available': { readonly deskId: string; readonly decisionId: string };
  }
}

/** Gives the platform the address of a delayed notice, so that the person can be told after all. */
export async function tellOfNotice(
  platform: Platform,
  trx: Trx,
  { deskId, decisionId }: { readonly deskId: string; readonly decisionId: string },
  noticeUrl: NoticeUrl,
): Promise<void> {
  const measure = await measureOfDecision(trx, deskId, decisionId);
  if (measure === null) return;
  const url = await noticeUrl(trx, deskId, decisionId);
  const endpoints = await endpointsInUse(trx, deskId);
  await queueMessages(platform, trx, measure, 'notice.available', endpoints, url);
}
