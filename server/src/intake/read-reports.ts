import type { Trx } from '../platform/database/index.ts';

/** A report as later rooms see it. */
export interface ReportView {
  readonly reportId: string;
  readonly itemId: string;
  readonly reporterKind: 'user' | 'trusted_flagger' | 'authority' | 'partner';
  readonly reporterName: string | null;
  readonly language: string | null;
  readonly reason: string;
  readonly said: string;
  readonly receivedAt: Date;
}

/** Reports of these items, oldest first. */
export async function readReports(
  trx: Trx,
  deskId: string,
  itemIds: readonly string[],
): Promise<ReportView[]> {
  if (itemIds.length === 0) return [];
  const rows = await trx
    .selectFrom('report')
    .selectAll()
    .where('desk_id', '=', deskId)
    .where('item_id', 'in', [...itemIds])
    .orderBy('report_id')
    .execute();
  return rows.map((row) => ({
    reportId: row.report_id,
    itemId: row.item_id,
    reporterKind: row.reporter_kind,
    reporterName: row.reporter_name,
    language: row.reporter_language,
    reason: row.reason,
    said: row.said,
    receivedAt: row.received_at,
  }));
}
