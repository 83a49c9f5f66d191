import { decisionsOfCase, readDecision } from '../decisions/index.ts';
import { readCase } from '../cases/index.ts';
import { readDesk } from '../desks/index.ts';
import { recordEvent } from '../ledger/index.ts';
import { measureOfDecision } from '../measures/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { DeskEvents } from '../platform/events.ts';
import type { Platform } from '../platform/platform.ts';
import { readVersion } from '../policy/index.ts';
import { appealUntil, keepUntil } from './notice-terms.ts';
import { findReporters, insertNotice, supersede, writeOutcome } from './store.ts';
import { writeForAffected, writeForReporters, type Told } from './write-statement.ts';

type Parts = Pick<Platform, 'clock'>;

/**
 * Tells of a decision that took effect, in its transaction: a notice for the person affected when
 * something was restricted, and the outcome for everybody who reported and waits.
 */
export async function openNotices(
  platform: Parts,
  trx: Trx,
  { deskId, decisionId, takesOverFrom }: DeskEvents['decision.effective'],
): Promise<void> {
  const decision = await readDecision(trx, deskId, decisionId);
  if (decision.state !== 'effective') return;
  const desk = await readDesk(trx, deskId);
  const measure = await measureOfDecision(trx, deskId, decisionId);
  const ground = decision.policy_version_id;
  const told: Told = {
    desk,
    decision,
    view: await readCase(platform, trx, deskId, decision.case_id, decisionsOfCase),
    policy: ground === null ? null : await readVersion(trx, deskId, ground),
    from: measure?.starts_at ?? decision.effective_at ?? decision.decided_at,
  };
  const now = platform.clock.now();
  const from = availableFrom(decision, now);
  if (decision.kind === 'measure') {
    await openAffectedNotice(platform, trx, deskId, told, from, desk.retention_days);
    if (takesOverFrom !== null) await supersede(trx, deskId, takesOverFrom, decisionId);
  }
  await tellReporters(platform, trx, deskId, told, from, desk.retention_days, takesOverFrom);
}

/** Now, or when the lawful delay that the decision records ends. */
export function availableFrom(
  { assessment }: Pick<Told['decision'], 'assessment'>,
  now: Date,
): Date {
  const notice = assessment?.notice;
  if (notice?.when !== 'delayed') return now;
  const until = new Date(notice.until);
  return until > now ? until : now;
}

async function openAffectedNotice(
  platform: Parts,
  trx: Trx,
  deskId: string,
  told: Told,
  from: Date,
  retentionDays: number,
): Promise<void> {
  const now = platform.clock.now();
  const { decision_id, item_id } = told.decision;
  const until = appealUntil(from, told.decision.appeal_until);
  const item = told.view.items.find((one) => one.item_id === item_id);
  await insertNotice(trx, {
    desk_id: deskId,
    notice_id: decision_id,
    audience: 'affected',
    decision_id,
    report_id: null,
    item_id,
    language: item?.language ?? null,
    statement: writeForAffected(told),
    appeal: null,
    superseded_by: null,
    available_from: from,
    appeal_until: until,
    delayed: from > now,
    handed_over_at: null,
    created_at: now,
    retention_until: keepUntil(now, retentionDays, until),
    erased_at: null,
    ledger_entry_id: await recordEvent(platform, trx, deskId, {
      kind: 'notice.opened',
      subjectId: `notice:${decision_id}`,
      event: {
        audience: 'affected',
        decision_id,
        available_from: from.toISOString(),
        appeal_until: until.toISOString(),
        at: now.toISOString(),
      },
    }),
  });
}

/** Everybody whose report waits for an outcome, or whose outcome was undone, learns this one. */
async function tellReporters(
  platform: Parts,
  trx: Trx,
  deskId: string,
  told: Told,
  from: Date,
  retentionDays: number,
  takesOverFrom: string | null,
): Promise<void> {
  const itemIds = told.view.items.map((item) => item.item_id);
  const notices = await findReporters(trx, deskId, itemIds);
  const undone = new Set<string | null>([null, takesOverFrom]);
  for (const id of new Set(notices.flatMap((one) => one.decision_id ?? [])))
    if ((await readDecision(trx, deskId, id)).state === 'reversed') undone.add(id);
  const waiting = notices.filter((one) => undone.has(one.decision_id)).map((one) => one.notice_id);
  if (waiting.length === 0) return;
  const until = appealUntil(from, told.decision.appeal_until);
  const { decision_id: decisionId } = told.decision;
  await writeOutcome(trx, deskId, waiting, {
    decisionId,
    statement: writeForReporters(told, from),
    appealUntil: until,
    keptUntil: keepUntil(platform.clock.now(), retentionDays, until),
  });
  await recordEvent(platform, trx, deskId, {
    kind: 'notice.outcome_told',
    subjectId: `outcome:${decisionId}`,
    event: { decision_id: decisionId, reporters: waiting.length, told_from: from.toISOString() },
  });
}
