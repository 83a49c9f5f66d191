import type {
  NoticeAppeal,
  NoticeDecision,
  NoticePage,
  PublicFrame,
} from '@commonweal/contract/pages';
import type { Receipt } from '@commonweal/ledger';
import { newId } from '../platform/ids.ts';
import { referenceOf } from './notice-token.ts';
import { canAppeal, type OpenNotice } from './open-notice.ts';

export interface NoticeView {
  readonly notice: OpenNotice;
  readonly frame: PublicFrame;
  /** The notice's own path, without a query. */
  readonly path: string;
  readonly receipt: Receipt | 'pending' | null;
  readonly now: Date;
}

/** A notice as its page shows it: the statement as it was, and what happened since. */
export function presentNotice({ notice, frame, path, receipt, now }: NoticeView): NoticePage {
  const { row, statement, decision } = notice;
  return {
    ...frame,
    page: 'notice',
    audience: row.audience,
    reference: referenceOf(row.notice_id),
    issued_at: row.available_from.toISOString(),
    subject: statement.subject,
    decision: decision && decisionNow(notice),
    appeal: appealNow(notice, path, now),
    redress: statement.redress,
    inclusion:
      receipt === null || receipt === 'pending'
        ? { state: 'pending' }
        : {
            state: 'included',
            index: receipt.leafIndex,
            size: receipt.treeSize,
            proof_href: `${path}/receipt.json`,
          },
  };
}

/** The form of an appeal; every showing has a key of its own, so that one sent twice is one appeal. */
export function appealForm({ row }: OpenNotice, path: string) {
  return {
    action: `${path}/appeal`,
    idempotency_key: newId(),
    until: (row.appeal_until ?? row.available_from).toISOString(),
  };
}

function decisionNow({ row, statement, standing, measure }: OpenNotice): NoticeDecision | null {
  const told = statement.decision;
  if (told?.measure === null || told?.measure === undefined) return told;
  return {
    ...told,
    measure: {
      ...told.measure,
      ended: endOf(standing, measure),
      // What a full decision took over is an emergency no more.
      emergency_until: row.superseded_by === null ? told.measure.emergency_until : null,
    },
  };
}

type Measure = NonNullable<NoticeDecision['measure']>;

/** A measure is over from the moment the decision is undone, even while the platform carries it out. */
function endOf(decision: OpenNotice['standing'], measure: OpenNotice['measure']): Measure['ended'] {
  if (measure?.ended_at && measure.ended_because)
    return { at: measure.ended_at.toISOString(), because: measure.ended_because };
  if (decision?.state === 'reversed' && decision.reversed_at && decision.reversed_because)
    return { at: decision.reversed_at.toISOString(), because: decision.reversed_because };
  return null;
}

function appealNow(notice: OpenNotice, path: string, now: Date): NoticeAppeal {
  const { appeal, measure, row } = notice;
  if (appeal !== null) {
    const undone = appeal.state === 'overturned' && measure?.state === 'ended';
    return {
      state: appeal.state,
      received_at: appeal.received_at,
      decided_at: appeal.decided_at,
      reasons: appeal.reasons === null ? null : { text: appeal.reasons, lang: null },
      reversed_at: undone ? (measure.ended_at?.toISOString() ?? null) : null,
    };
  }
  const state = canAppeal(notice, now);
  if (state === 'possible') return { state, form: appealForm(notice, path) };
  if (state === 'too_late' && row.appeal_until)
    return { state, until: row.appeal_until.toISOString() };
  return { state: 'not_yet' };
}
