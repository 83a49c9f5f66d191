import { readDecision, type StoredDecision } from '../decisions/index.ts';
import { measureOfDecision } from '../measures/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, problem } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { AppealStanding, NoticeRow, Statement } from './tables.ts';
import { findNotice } from './store.ts';
import { readNoticeToken, type NoticeKey } from './notice-token.ts';

/** A notice as it stands now, ready to be shown. */
export interface OpenNotice {
  readonly key: NoticeKey;
  readonly row: NoticeRow;
  readonly statement: Statement;
  /** The decision it tells of; null while a report waits for one, or may not be told of it yet. */
  readonly decision: StoredDecision | null;
  readonly measure: Awaited<ReturnType<typeof measureOfDecision>>;
  /** The appeal that matters now: against this decision, or still open against the one before. */
  readonly appeal: AppealStanding | null;
}

/**
 * The notice behind a link's secret. Forged, unknown and not yet available are one and the same to
 * the outside.
 * @throws ProblemError not-found
 */
export function keyOf(platform: Pick<Platform, 'secrets'>, token: string | undefined): NoticeKey {
  const key = readNoticeToken(platform.secrets, token ?? '');
  if (key === null) throw notFound('notice');
  return key;
}

/**
 * Reads a notice and what happened since. With `lock` nobody else changes it until the transaction ends.
 * @throws ProblemError not-found, or gone once its date is past
 */
export async function openNotice(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  key: NoticeKey,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<OpenNotice> {
  const { deskId, noticeId } = key;
  const row = await findNotice(trx, deskId, noticeId, lock);
  const now = platform.clock.now();
  if (row === undefined || row.available_from > now) throw notFound('notice');
  const { statement } = row;
  const over = row.retention_until <= now && row.appeal?.state !== 'open';
  if (statement === null || over)
    throw problem('gone', 'This notice was kept until its date and is deleted.');
  const told = statement.told_from === null || new Date(statement.told_from) <= now;
  const decisionId = told ? row.decision_id : null;
  const mine = row.appeal?.state === 'open' || row.appeal?.decision_id === decisionId;
  return {
    key,
    row,
    statement,
    decision: decisionId === null ? null : await readDecision(trx, deskId, decisionId),
    measure: decisionId === null ? null : await measureOfDecision(trx, deskId, decisionId),
    appeal: mine ? row.appeal : null,
  };
}

/** Whether a notice can be appealed: a reporter only where nothing was done (DSA Art 20(1)(a)). */
export function canAppeal(
  { row, decision, appeal }: OpenNotice,
  now: Date,
): 'not_yet' | 'appealed' | 'too_late' | 'possible' {
  if (appeal !== null) return 'appealed';
  if (decision === null || row.appeal_until === null) return 'not_yet';
  if (row.audience === 'reporter' && decision.kind !== 'no_action') return 'not_yet';
  return now > row.appeal_until ? 'too_late' : 'possible';
}
