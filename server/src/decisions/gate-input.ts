import type { Assessment, CaseView } from '@commonweal/contract';
import {
  appealDays,
  measureFacts,
  surfaces,
  type ClauseCited,
  type GateInput,
  type MeasureSubject,
  type Severity,
  type Surface,
} from '@commonweal/law';
import { DAY, later } from '../platform/clock.ts';
import { fault, faulty } from '../platform/http/index.ts';

/** An emergency override lasts no longer (DESIGN 6.1). */
export const overrideHours = 24;
/** Room for appeals that come on the last day: the record outlives the time to appeal by this. */
const retentionAfterAppeal = 90 * DAY;

/** What the server knows of a case: the client never supplies it. */
export type CaseFacts = Pick<CaseView, 'case' | 'items' | 'signals'>;

/** A measure as proposed, and who stands behind it. */
export interface Proposed {
  readonly assessment: Assessment;
  readonly facts: CaseFacts;
  readonly clauses: readonly ClauseCited[];
  readonly decidedBy: string;
  readonly secondBy: string | null;
  /** When the decision is judged: its making, or its approval. */
  readonly at: Date;
  /** When it was made: an override's hours count from here. */
  readonly decidedAt: Date;
  readonly retentionDays: number;
}

export interface Dates {
  readonly appealUntil: Date;
  readonly retentionUntil: Date;
}

/** Until when the person can appeal, counted from when she is told, and the record is kept. */
export function protectionDates(
  notice: Assessment['notice'],
  at: Date,
  retentionDays: number,
): Dates {
  const told = notice?.when === 'delayed' ? Date.parse(notice.until) : at.getTime();
  // One day more than the law asks: nobody loses the right by an hour on the road.
  const appealUntil = later(new Date(Math.max(told, at.getTime())), (appealDays + 1) * DAY);
  const kept = Math.max(
    later(at, retentionDays * DAY).getTime(),
    later(appealUntil, retentionAfterAppeal).getTime(),
  );
  return { appealUntil, retentionUntil: new Date(kept) };
}

/** All the gate looks at: what the person wrote, beside what the desk itself knows. */
export function buildGateInput(proposed: Proposed): GateInput {
  const { assessment, facts, clauses, decidedBy, secondBy, at, decidedAt } = proposed;
  const subject = subjectOf(assessment);
  const dates = protectionDates(assessment.notice, at, proposed.retentionDays);
  const { override } = assessment;
  return {
    proposal: { measure: assessment.measure, subject, scope: assessment.scope },
    ground: { type: assessment.ground.type, clauses, order: null },
    record: {
      postedAt: postedAtOf(facts, assessment),
      surface: surfaceOf(facts),
      participantReport: facts.items.filter(isPrivate).every((item) => item.participant_reported),
      harm: {
        categories: assessment.harm.categories,
        severity: assessment.harm.severity as Severity | null,
      },
      context: assessment.context,
      aim: assessment.aim,
      alternatives: assessment.alternatives.map(({ measure, rejected_because }) => ({
        measure,
        rejectedBecause: rejected_because,
      })),
      necessity: assessment.necessity,
      rabat: assessment.rabat as GateInput['record']['rabat'],
      signals: facts.signals.map(({ kind, strength, disputed, confirmed, entry_status }) => ({
        kind,
        strength,
        // What nobody else has looked at, or is taken back, is as uncertain as what somebody doubts.
        disputed: (entry_status === null ? disputed : entry_status !== 'active') || !confirmed,
      })),
    },
    protections: {
      facts: assessment.facts,
      notice: assessment.notice,
      appealUntil: dates.appealUntil.toISOString(),
      retentionUntil: dates.retentionUntil.toISOString(),
    },
    decision: { by: 'person', decidedBy, secondBy, at: at.toISOString() },
    override:
      override === null
        ? null
        : {
            reason: override.reason,
            imminentThreat: override.imminent_threat,
            secondBy,
            expiresAt: overrideEnd(decidedAt).toISOString(),
            lawEnforcementTold: override.law_enforcement_told,
          },
  };
}

/** When an override made at `decidedAt` ends. */
export function overrideEnd(decidedAt: Date): Date {
  return later(decidedAt, overrideHours * 3_600_000);
}

/** What a measure acts on: its kind says so, or else the target chosen. */
export function subjectOf({ measure, scope }: Assessment): MeasureSubject {
  const { subjects } = measureFacts[measure];
  const [only] = subjects;
  if (subjects.length === 1 && only !== undefined) return only;
  return scope.target === 'account' ? 'actor' : 'item';
}

/** @throws ProblemError `invalid` when the case has nothing that the measure could act on */
export function requireSubject(facts: CaseFacts, assessment: Assessment): void {
  const { item_id, actor_external_id } = facts.case;
  const isActor = subjectOf(assessment) === 'actor';
  if ((isActor ? actor_external_id : item_id) !== null) return;
  throw faulty([fault('/assessment/measure', isActor ? 'no-account' : 'account-alone')]);
}

/**
 * When it was posted. The platform's word goes before the person's; of several posts the first for an
 * item, the last for an actor.
 */
export function postedAtOf(facts: CaseFacts, assessment: Assessment): string | null {
  const known = facts.items.flatMap((item) => item.posted_at ?? []).toSorted();
  return known.at(subjectOf(assessment) === 'actor' ? -1 : 0) ?? assessment.posted_at;
}

/** The most private surface of the items: what is private in part is treated as private. */
function surfaceOf({ items }: CaseFacts): Surface {
  const ranks = items.map((item) => surfaces.indexOf(item.surface));
  return surfaces[Math.max(0, ...ranks)] ?? 'e2ee';
}

function isPrivate(item: CaseFacts['items'][number]): boolean {
  return item.surface === 'private' || item.surface === 'e2ee';
}
