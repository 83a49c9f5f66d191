import type { NewReport, ReportReply } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, problem } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { acceptItems } from './accept-items.ts';
import { keepReplies, recallReply, type IdempotentRequest } from './idempotency.ts';
import type { Judge, JudgedItem } from './judge.ts';
import { judgedRow } from './judged-row.ts';
import { judgedItem, prepareItem, type PreparedItem } from './prepare-item.ts';
import { findItem, findNewest, insertReport, putUnderReview } from './store.ts';

/** Opens the page on which the reporter learns the outcome; the notices room is behind it. */
export type TellReporter = (
  trx: Trx,
  deskId: string,
  report: { reportId: string; itemId: string; language: string | null },
) => Promise<string>;

export interface ReportTerms {
  readonly retentionDays: number;
  /** The key under which the sender may repeat the report safely. */
  readonly idempotent: IdempotentRequest | null;
}

/**
 * Takes in a report: its item must be here, or come with it. A report is always looked at by a person.
 * @throws ProblemError when the item is not named, not known, or named twice
 */
export async function reportItem<Draft>(
  platform: Platform,
  deskId: string,
  judge: Judge<Draft>,
  tellReporter: TellReporter,
  report: NewReport,
  { retentionDays, idempotent }: ReportTerms,
): Promise<ReportReply> {
  const named = [report.item, report.item_id, report.item_external_id].filter(
    (name) => name !== undefined,
  );
  if (named.length !== 1) {
    throw problem(
      'invalid',
      'Say which item is reported in exactly one way: item_id, item_external_id, or the item itself.',
      { errors: [{ pointer: '/item_id', detail: `${named.length} of three given` }] },
    );
  }
  const now = platform.clock.now();
  const prepared = report.item ? prepareItem(report.item, [], now, retentionDays) : null;
  const [drafts = []] = prepared ? await judge.look(deskId, [judgedItem(prepared)]) : [];
  return platform.database.inDesk(deskId, async (trx) => {
    const before = idempotent && (await recallReply<ReportReply>(trx, deskId, idempotent));
    if (before) return before;
    const item = prepared
      ? await takeIn(platform, trx, deskId, judge, prepared, drafts)
      : await findReported(trx, deskId, report);
    const reportId = newId();
    const ledgerEntryId = await recordEvent(platform, trx, deskId, {
      kind: 'report.accepted',
      subjectId: reportId,
      event: { item_id: item.itemId, reason: report.reason, reporter_kind: report.reporter.kind },
    });
    await insertReport(trx, {
      desk_id: deskId,
      report_id: reportId,
      item_id: item.itemId,
      reporter_kind: report.reporter.kind,
      reporter_external_id: report.reporter.external_id,
      reporter_name: report.reporter.name ?? null,
      reporter_language: report.reporter.language ?? null,
      reason: report.reason,
      said: report.said,
      good_faith: report.good_faith,
      received_at: now,
      ledger_entry_id: ledgerEntryId,
    });
    const draft = judge.report({
      reportId,
      reporterKind: report.reporter.kind,
      reason: report.reason,
      said: report.said,
    });
    const placed = await judge.place(trx, deskId, [{ item, drafts: [draft] }]);
    await putUnderReview(trx, deskId, item.itemId);
    const noticeUrl = await tellReporter(trx, deskId, {
      reportId,
      itemId: item.itemId,
      language: report.reporter.language ?? null,
    });
    const reply = {
      report_id: reportId,
      item_id: item.itemId,
      case_id: placed.get(item.itemId)?.caseId ?? null,
      received_at: now.toISOString(),
      notice_url: noticeUrl,
    };
    if (idempotent)
      await keepReplies(trx, deskId, [{ request: idempotent, status: 202, reply }], now);
    return reply;
  });
}

async function takeIn<Draft>(
  platform: Platform,
  trx: Trx,
  deskId: string,
  judge: Judge<Draft>,
  prepared: PreparedItem,
  drafts: readonly Draft[],
): Promise<JudgedItem> {
  const [answer] = await acceptItems(platform, trx, deskId, judge, [prepared], [drafts]);
  return { ...judgedItem(prepared), itemId: answer?.item_id ?? prepared.itemId };
}

async function findReported(trx: Trx, deskId: string, report: NewReport): Promise<JudgedItem> {
  const row =
    report.item_id !== undefined
      ? await findItem(trx, deskId, report.item_id)
      : await findNewest(trx, deskId, report.item_external_id ?? '');
  if (row === undefined) throw notFound('item');
  return judgedRow(row);
}
