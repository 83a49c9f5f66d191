import { measureKinds, type MeasureKind, type MeasureSubject } from './words.ts';

/** What is true of a kind of measure wherever it is used. */
export interface MeasureFacts {
  /** What it may act on; the first is the usual one. */
  subjects: readonly MeasureSubject[];
  /** Whether it stands on the ladder of less restrictive measures. */
  onLadder: boolean;
  /** Takes content or a voice away from somebody, or tells an authority: the strictest rules of Gate B apply. */
  heavy: boolean;
  /** Whether undoing it puts everything back; what an authority has been told cannot be untold. */
  reversible: boolean;
  /** Whether it needs an end date. */
  timed: 'required' | 'optional' | 'none';
  /** Days a form may offer as the end date; null: offer none. */
  defaultDays: number | null;
  /** When a second person must approve, whatever the case. */
  twoPeople: 'never' | 'without_end' | 'always';
}

const item: readonly MeasureSubject[] = ['item'];
const actor: readonly MeasureSubject[] = ['actor'];
const either: readonly MeasureSubject[] = ['item', 'actor'];
const light = { onLadder: true, heavy: false, reversible: true, twoPeople: 'never' } as const;
const heavy = { onLadder: true, heavy: true, reversible: true } as const;

/** Facts of every kind of measure. */
export const measureFacts: Readonly<Record<MeasureKind, MeasureFacts>> = {
  label: { ...light, subjects: item, timed: 'optional', defaultDays: null },
  age_gate: { ...light, subjects: item, timed: 'optional', defaultDays: null },
  stop_recommending: { ...light, subjects: either, timed: 'optional', defaultDays: 90 },
  demote: { ...light, subjects: item, timed: 'optional', defaultDays: 90 },
  limit: { ...light, subjects: either, timed: 'optional', defaultDays: 30 },
  geo_restrict: {
    ...heavy,
    subjects: either,
    timed: 'optional',
    defaultDays: 90,
    twoPeople: 'never',
  },
  remove: { ...heavy, subjects: item, timed: 'optional', defaultDays: null, twoPeople: 'never' },
  suspend: { ...heavy, subjects: actor, timed: 'required', defaultDays: 30, twoPeople: 'never' },
  ban: {
    ...heavy,
    subjects: actor,
    timed: 'optional',
    defaultDays: null,
    twoPeople: 'without_end',
  },
  preserve: {
    subjects: either,
    onLadder: false,
    heavy: false,
    reversible: true,
    timed: 'required',
    defaultDays: 90,
    twoPeople: 'never',
  },
  refer: {
    subjects: either,
    onLadder: false,
    heavy: true,
    reversible: false,
    timed: 'none',
    defaultDays: null,
    twoPeople: 'always',
  },
};

const ladders: Readonly<Record<MeasureSubject, readonly MeasureKind[]>> = {
  item: ladderOf('item'),
  actor: ladderOf('actor'),
};

/** The ladder for one kind of subject, lightest first. */
export function ladder(subject: MeasureSubject): readonly MeasureKind[] {
  return ladders[subject];
}

/** The rungs below a measure for its subject, lightest first; none for measures beside the ladder. */
export function lighterRungs(measure: MeasureKind, subject: MeasureSubject): MeasureKind[] {
  return ladders[subject].slice(0, Math.max(0, ladders[subject].indexOf(measure)));
}

function ladderOf(subject: MeasureSubject): MeasureKind[] {
  return measureKinds.filter(
    (kind) => measureFacts[kind].onLadder && measureFacts[kind].subjects.includes(subject),
  );
}
