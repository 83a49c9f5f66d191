import { noteOnCase } from '../cases/index.ts';
import { recordEvent } from '../ledger/index.ts';
import { canAppeal, tellAppeal, type OpenNotice } from '../notices/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import type { SentAppeal } from './read-form.ts';
import { standingOf } from './standing.ts';
import { appealsOfNotice, insertAppeal } from './store.ts';
import type { AppealRow } from './tables.ts';

/** Why an appeal is not taken: the notice's page says the same in words. */
export type Refusal = Exclude<ReturnType<typeof canAppeal>, 'possible'>;

/**
 * Takes an appeal in, once: what was sent before with the same key is that appeal. The notice must be
 * locked by the caller, so that two at the same moment are one after the other.
 */
export async function submitAppeal(
  platform: Pick<Platform, 'clock'>,
  trx: Trx,
  notice: OpenNotice,
  sent: SentAppeal,
): Promise<AppealRow | Refusal> {
  const { key, row, decision } = notice;
  const now = platform.clock.now();
  const known = await appealsOfNotice(trx, key.deskId, key.noticeId);
  const same = known.find((appeal) => appeal.submission_key === sent.submissionKey);
  if (same) return same;
  const possible = canAppeal(notice, now);
  if (possible !== 'possible') return possible;
  if (decision === null) return 'not_yet';
  const appealId = newId();
  const appeal: AppealRow = {
    desk_id: key.deskId,
    appeal_id: appealId,
    notice_id: key.noticeId,
    decision_id: decision.decision_id,
    decided_by: decision.decided_by,
    second_by: decision.second_by,
    submission_key: sent.submissionKey || appealId,
    appellant: row.audience,
    body: sent.text,
    contact: sent.contact === '' ? null : sent.contact,
    language: sent.language,
    state: 'open',
    heard_by: null,
    reasons: null,
    received_at: now,
    decided_at: null,
    erased_at: null,
    ledger_entry_id: await recordEvent(platform, trx, key.deskId, {
      kind: 'appeal.received',
      subjectId: appealId,
      event: {
        appeal_id: appealId,
        decision_id: decision.decision_id,
        appellant: row.audience,
        at: now.toISOString(),
      },
    }),
    version: 1,
  };
  await insertAppeal(trx, appeal);
  await tellAppeal(platform, trx, key, standingOf(appeal));
  await noteOnCase(platform, trx, key.deskId, decision.case_id, null, 'appeal_received', '');
  return appeal;
}
