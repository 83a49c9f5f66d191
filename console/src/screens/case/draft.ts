import {
  contextPurposes,
  harmCategories,
  legitimateAims,
  measureKinds,
  rabatParts,
  scopeTargets,
  type ContextPurpose,
  type HarmCategory,
  type LegitimateAim,
  type MeasureKind,
  type RabatPart,
  type ScopeTarget,
  type Severity,
} from '@commonweal/law';

export const questions = ['law', 'necessity', 'protections'] as const;
export type Question = (typeof questions)[number];
export const rabatScores = ['0', '1', '2', '3', 'unknown'] as const;
export type RabatScore = (typeof rabatScores)[number];

/**
 * What a person has written about a case so far. Null is "not answered": no judgement is answered
 * for her. Days and times are as the fields give them, in the person's own zone.
 */
export interface Draft {
  way: 'measure' | 'no_action' | null;
  question: Question;
  noActionReason: string;
  /** Null: the version in force when it was posted. */
  policyVersionId: string | null;
  clauseKeys: readonly string[];
  postedAt: string;
  categories: readonly HarmCategory[];
  severity: Severity | null;
  purpose: ContextPurpose | null;
  contextNote: string;
  aim: LegitimateAim | null;
  threat: string;
  measure: MeasureKind | null;
  target: ScopeTarget | null;
  place: 'global' | 'places' | null;
  territories: readonly string[];
  term: 'until' | 'none' | null;
  until: string;
  rejected: Readonly<Partial<Record<MeasureKind, string>>>;
  necessity: string;
  rabat: Readonly<Partial<Record<RabatPart, { score: RabatScore | null; reason: string }>>>;
  facts: string;
  notice: 'now' | 'delayed' | null;
  noticeBasis: string;
  noticeUntil: string;
  override: boolean;
  overrideReason: string;
  overrideThreat: boolean;
  overrideTold: string;
}

export const emptyDraft: Draft = {
  way: null,
  question: 'law',
  noActionReason: '',
  policyVersionId: null,
  clauseKeys: [],
  postedAt: '',
  categories: [],
  severity: null,
  purpose: null,
  contextNote: '',
  aim: null,
  threat: '',
  measure: null,
  target: null,
  place: null,
  territories: [],
  term: null,
  until: '',
  rejected: {},
  necessity: '',
  rabat: {},
  facts: '',
  notice: null,
  noticeBasis: '',
  noticeUntil: '',
  override: false,
  overrideReason: '',
  overrideThreat: false,
  overrideTold: '',
};

type Reader<T> = (value: unknown) => T | undefined;
const text: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);
const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const oneOf =
  <T>(known: readonly T[]): Reader<T> =>
  (value) =>
    known.find((each) => each === value);
const maybe =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);
const several =
  <T>(read: Reader<T>): Reader<T[]> =>
  (value) =>
    Array.isArray(value) ? value.flatMap((each) => read(each) ?? []) : undefined;
const by =
  <K extends string, T>(keys: readonly K[], read: Reader<T>): Reader<Partial<Record<K, T>>> =>
  (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const entries = keys.flatMap((key) => {
      const found = read((value as Record<string, unknown>)[key]);
      return found === undefined ? [] : [[key, found] as const];
    });
    return Object.fromEntries(entries) as Partial<Record<K, T>>;
  };

const readers: { readonly [K in keyof Draft]: Reader<Draft[K]> } = {
  way: maybe(oneOf(['measure', 'no_action'])),
  question: oneOf(questions),
  noActionReason: text,
  policyVersionId: maybe(text),
  clauseKeys: several(text),
  postedAt: text,
  categories: several(oneOf(harmCategories)),
  severity: maybe(oneOf([1, 2, 3, 4, 5])),
  purpose: maybe(oneOf(contextPurposes)),
  contextNote: text,
  aim: maybe(oneOf(legitimateAims)),
  threat: text,
  measure: maybe(oneOf(measureKinds)),
  target: maybe(oneOf(scopeTargets)),
  place: maybe(oneOf(['global', 'places'])),
  territories: several(text),
  term: maybe(oneOf(['until', 'none'])),
  until: text,
  rejected: by(measureKinds, text),
  necessity: text,
  rabat: by(rabatParts, (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const { score, reason } = value as Record<string, unknown>;
    return { score: oneOf(rabatScores)(score) ?? null, reason: text(reason) ?? '' };
  }),
  facts: text,
  notice: maybe(oneOf(['now', 'delayed'])),
  noticeBasis: text,
  noticeUntil: text,
  override: flag,
  overrideReason: text,
  overrideThreat: flag,
  overrideTold: text,
};

/** A draft from what was stored: what cannot be read is empty, the rest is kept. */
export function reviveDraft(stored: unknown): Draft {
  if (typeof stored !== 'object' || stored === null) return emptyDraft;
  const values = stored as Record<string, unknown>;
  const read = Object.entries(readers).flatMap(([key, reader]) => {
    const value = (reader as Reader<unknown>)(values[key]);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...emptyDraft, ...(Object.fromEntries(read) as Partial<Draft>) };
}
