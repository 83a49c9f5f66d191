import type { Assessment, CaseView, PolicyVersion } from '@commonweal/contract';
import {
  ladder,
  lighterRungs,
  measureFacts,
  measureKinds,
  rabatParts,
  type MeasureKind,
  type MeasureSubject,
  type RabatPart,
  type ScopeTarget,
} from '@commonweal/law';
import type { Draft } from './draft.ts';
import type { Field } from './fields.ts';

type Subject = Pick<CaseView['case'], 'item_id' | 'actor_external_id'>;

/** The kinds of thing that this case lets one act on. */
export function subjectsOf(about: Subject): MeasureSubject[] {
  const found: MeasureSubject[] = [];
  if (about.item_id !== null) found.push('item');
  if (about.actor_external_id !== null) found.push('actor');
  return found;
}

/** Measures that fit the case, lightest first. */
export function measuresFor(about: Subject): MeasureKind[] {
  const subjects = subjectsOf(about);
  return measureKinds.filter((kind) =>
    measureFacts[kind].subjects.some((subject) => subjects.includes(subject)),
  );
}

/** What a measure could point at here, smallest first. */
export function targetsFor(measure: MeasureKind | null, about: Subject): ScopeTarget[] {
  const subjects = subjectsOf(about).filter(
    (subject) => measure === null || measureFacts[measure].subjects.includes(subject),
  );
  return subjects.flatMap((subject): ScopeTarget[] =>
    subject === 'item' ? ['url', 'item', 'domain'] : ['account'],
  );
}

/** The target in force: the one chosen where it fits, or the only one there is. */
export function targetOf(draft: Draft, about: Subject): ScopeTarget | null {
  const targets = targetsFor(draft.measure, about);
  if (draft.target !== null && targets.includes(draft.target)) return draft.target;
  return targets.length === 1 ? (targets[0] ?? null) : null;
}

/** What the measure acts on. Null before it can be told. */
export function subjectOf(draft: Draft, about: Subject): MeasureSubject | null {
  if (draft.measure === null) return null;
  const target = targetOf(draft, about);
  if (target !== null) return target === 'account' ? 'actor' : 'item';
  const fitting = subjectsOf(about).filter((subject) =>
    measureFacts[draft.measure ?? 'label'].subjects.includes(subject),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** The lighter rungs that each need a reason. */
export function lighterOf(draft: Draft, about: Subject): MeasureKind[] {
  const subject = subjectOf(draft, about);
  return draft.measure === null || subject === null ? [] : lighterRungs(draft.measure, subject);
}

/** Parts of the Rabat test to ask: all for incitement and a heavy rung; likelihood for praise held to be grave. */
export function rabatAsked(draft: Draft): readonly RabatPart[] {
  const facts = draft.measure === null ? null : measureFacts[draft.measure];
  if (draft.categories.includes('incitement') && facts?.heavy && facts.onLadder) return rabatParts;
  const carrying = draft.categories.filter(
    (category) => category !== 'radicalisation' && category !== 'borderline_context',
  );
  const praiseAlone = carrying.length > 0 && carrying.every((each) => each === 'glorification');
  return praiseAlone && (draft.severity ?? 0) >= 4 ? ['likelihood'] : [];
}

/**
 * What the wire cannot leave open, and so the gate would not miss: where it is still unanswered.
 */
export function unanswered(draft: Draft, about: Subject): Field[] {
  const open: Field[] = [];
  if (draft.measure === null) return ['measure'];
  const { timed } = measureFacts[draft.measure];
  if (targetOf(draft, about) === null) open.push('target');
  if (draft.place === null || (draft.place === 'places' && draft.territories.length === 0))
    open.push('territories');
  if (timed === 'optional' && draft.term === null) open.push('until');
  if ((timed === 'required' || draft.term === 'until') && timed !== 'none' && draft.until === '')
    open.push('until');
  if (draft.override && draft.overrideReason.trim().length < 10) open.push('override_reason');
  return [...new Set(open)];
}

/** The end of a day in the person's own zone, as an instant; null when it is not a day. */
export function endOfDay(day: string): string | null {
  const date = new Date(`${day}T23:59:59`);
  return day === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function instantOf(local: string): string | null {
  const date = new Date(local);
  return local === '' || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/**
 * What is sent to the gate. While no measure is chosen, the lightest stands in, so that the first
 * question is answered as she goes; `unanswered` says what stands in.
 */
export function toAssessment(
  draft: Draft,
  about: Subject,
  policyVersionId: string | null,
): Assessment {
  const fallback = about.item_id === null ? 'actor' : 'item';
  const measure = draft.measure ?? ladder(fallback)[0] ?? 'limit';
  const target = targetOf(draft, about) ?? targetsFor(measure, about).at(-1) ?? 'item';
  const { timed } = measureFacts[measure];
  const isTimed = timed === 'required' || (timed === 'optional' && draft.term === 'until');
  const noticeUntil = endOfDay(draft.noticeUntil);
  const lighter = lighterOf(draft, about);
  return {
    measure,
    scope: {
      target: draft.target === null && target === 'domain' ? 'item' : target,
      territories:
        draft.place === 'places' && draft.territories.length > 0
          ? [...draft.territories]
          : 'global',
      until: isTimed ? endOfDay(draft.until) : null,
    },
    ground: {
      type: 'policy_clause',
      policy_version_id: policyVersionId,
      clause_keys: [...draft.clauseKeys],
    },
    harm: { categories: [...draft.categories], severity: draft.severity },
    context: { purpose: draft.purpose, note: draft.contextNote },
    aim: { aim: draft.aim, threat: draft.threat },
    alternatives: lighter.flatMap((rung) => {
      const reason = draft.rejected[rung] ?? '';
      return reason.trim() === '' ? [] : [{ measure: rung, rejected_because: reason }];
    }),
    necessity: draft.necessity,
    rabat: Object.fromEntries(
      rabatAsked(draft).flatMap((part) => {
        const answer = draft.rabat[part];
        if (!answer || answer.score === null) return [];
        const score = answer.score === 'unknown' ? answer.score : Number(answer.score);
        return [[part, { score, reason: answer.reason }]];
      }),
    ),
    posted_at: instantOf(draft.postedAt),
    facts: draft.facts,
    notice:
      draft.notice === 'delayed'
        ? draft.noticeBasis.trim().length >= 3 && noticeUntil !== null
          ? { when: 'delayed', basis: draft.noticeBasis, until: noticeUntil }
          : null
        : draft.notice === 'now'
          ? { when: 'now' }
          : null,
    override:
      draft.override && draft.overrideReason.trim().length >= 10
        ? {
            reason: draft.overrideReason,
            imminent_threat: draft.overrideThreat,
            law_enforcement_told: draft.overrideTold,
          }
        : null,
  };
}

/** When it was posted, as the platform says: the first post of an item. Null when it did not say. */
export function postedAtOf(view: Pick<CaseView, 'items'>): string | null {
  return view.items.flatMap((item) => item.posted_at ?? []).toSorted()[0] ?? null;
}

/** The published version in force at a moment; null when there was none. */
export function versionInForce(
  versions: readonly PolicyVersion[],
  moment: string,
): PolicyVersion | null {
  const at = Date.parse(moment);
  return (
    versions.find(
      ({ state, in_force_from: from, in_force_until: until }) =>
        state === 'published' &&
        from !== null &&
        Date.parse(from) <= at &&
        (until === null || at < Date.parse(until)),
    ) ?? null
  );
}
