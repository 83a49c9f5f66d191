import { readDesk } from '../desks/index.ts';
import { recallItems } from '../cases/index.ts';
import { readItem } from '../intake/index.ts';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { addressOf } from './notice-token.ts';
import { keepUntil } from './notice-terms.ts';
import { insertNotice } from './store.ts';
import { writeReceived } from './write-statement.ts';

/**
 * Opens the page on which a reporter learns that the report came in and, later, its outcome (DSA Art
 * 16(4) and (5)). In the transaction that takes the report in.
 *
 * @returns the whole address of the page, to be given to the reporter only
 */
export async function openReporterNotice(
  platform: Pick<Platform, 'clock' | 'config' | 'secrets'>,
  trx: Trx,
  deskId: string,
  report: { readonly reportId: string; readonly itemId: string; readonly language: string | null },
): Promise<string> {
  const now = platform.clock.now();
  const noticeId = newId();
  const item = await readItem(trx, deskId, { recall: recallItems }, report.itemId);
  const { retention_days } = await readDesk(trx, deskId);
  await insertNotice(trx, {
    desk_id: deskId,
    notice_id: noticeId,
    audience: 'reporter',
    decision_id: null,
    report_id: report.reportId,
    item_id: report.itemId,
    language: report.language,
    statement: writeReceived(item),
    appeal: null,
    superseded_by: null,
    available_from: now,
    appeal_until: null,
    delayed: false,
    handed_over_at: null,
    created_at: now,
    retention_until: keepUntil(now, retention_days, null),
    erased_at: null,
    ledger_entry_id: await recordEvent(platform, trx, deskId, {
      kind: 'notice.opened',
      subjectId: `notice:${noticeId}`,
      event: { audience: 'reporter', report_id: report.reportId, at: now.toISOString() },
    }),
  });
  return addressOf(platform, { deskId, noticeId });
}
