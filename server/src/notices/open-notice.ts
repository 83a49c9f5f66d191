import { readDecision, type StoredDecision } from '../decisions/index.ts';
import { measureOfDecision } from '../measures/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound, problem } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { AppealStanding, NoticeRow, Statement } from './tables.ts';
import { decisionInForce, findNotice } from './store.ts';
import { readNoticeToken, type NoticeKey } from './notice-token.ts';

/** A notice as it stands now, ready to be shown. */
export interface OpenNotice {
  readonly key: NoticeKey;
  readonly row: NoticeRow;
  readonly statement: Statement;
  /** The decision it tells of; null while a report waits for one, or may not be told of it yet. */
  readonly decision: StoredDecision | null;
  /** The decision that now stands in its place: itself, but for an emergency step taken over. */
  readonly standing: StoredDecision | null;
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
  const decision = decisionId === null ? null : await readDecision(trx, deskId, decisionId);
  const standing = decision && (await inForce(trx, deskId, decision));
  return {
    key,
    row,
    statement,
    decision,
    standing,
    measure: standing && (await measureOfDecision(trx, deskId, standing.decision_id)),
    appeal: mine ? row.appeal : null,
  };
}

async function inForce(
  trx: Trx,
  deskId: string,
  decision: StoredDecision,
): Promise<StoredDecision> {
  const id = await decisionInForce(trx, deskId, decision.decision_id);
  return id === decision.decision_id ? decision : readDecision(trx, deskId, id);
}

/**
 * The notice to show instead: the one of the full decision that took this emergency step's place, once
 * it may be read. A notice with an appeal of its own is shown itself.
 */
export async function successorOf(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  { key, row, appeal }: OpenNotice,
): Promise<NoticeKey | null> {
  if (row.superseded_by === null || appeal !== null) return null;
  const next = await findNotice(trx, key.deskId, row.superseded_by);
  if (next === undefined || next.available_from > platform.clock.now()) return null;
  return { ...key, noticeId: next.notice_id };
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
