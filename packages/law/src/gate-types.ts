import type {
  ContextPurpose,
  GroundType,
  HarmCategory,
  LegitimateAim,
  MeasureKind,
  MeasureSubject,
  RabatPart,
  ScopeTarget,
  Severity,
  SignalStrength,
  Surface,
} from './words.ts';

/** An RFC 3339 date-time with `Z` or an offset. Text that is none is a finding, never an exception. */
export type Instant = string;
/** `global`, or ISO 3166-1 alpha-2 codes. */
export type Territories = 'global' | readonly string[];

/**
 * One clause of one published policy version.
 * Where the version in force at posting has since been replaced, cite the same `clauseKey` twice:
 * once from that version, once from the one in force at the decision. The rule must have been ours
 * then and must still be ours now (ICCPR Art 19(3); General Comment 34 para 25).
 */
export interface ClauseCited {
  versionId: string;
  clauseKey: string;
  versionNumber: number;
  /** Null while the version is a draft. */
  publishedAt: Instant | null;
  inForceFrom: Instant;
  /** Exclusive; null: still in force. */
  inForceUntil: Instant | null;
  harmCategories: readonly HarmCategory[];
  /** The heaviest measures allowed; lighter rungs for the same subject are allowed with them. */
  measures: readonly MeasureKind[];
}

/** One demand by a public authority, as the orders room found it. */
export interface OrderCited {
  orderId: string;
  /** The legal power in the registry; null: none was found, so this is a request. */
  powerId: string | null;
  /** Whether a lawyer has reviewed the registry's entry for that power. */
  registryReviewed: boolean;
  /** Whether the sender is a known authority and was authenticated. */
  authorityVerified: boolean;
  /** Whether it has every part that its power requires. */
  complete: boolean;
  /** The parts it lacks, in words. */
  missing: readonly string[];
  /** Where the order has legal effect. */
  territories: Territories;
  /** From when to when the order itself binds. */
  inForceFrom: Instant;
  inForceUntil: Instant | null;
  /** The law it is made under, by name. */
  instrument: string;
}

export interface Proposal {
  measure: MeasureKind;
  subject: MeasureSubject;
  scope: { target: ScopeTarget; territories: Territories; until: Instant | null };
}

export interface Ground {
  type: GroundType;
  clauses: readonly ClauseCited[];
  order: OrderCited | null;
}

export interface RabatAnswer {
  score: 0 | 1 | 2 | 3 | 'unknown';
  reason: string;
}

export interface GateRecord {
  /** When the content was posted; for an actor, the latest post relied on. */
  postedAt: Instant | null;
  surface: Surface;
  /** Whether somebody in the conversation reported it. */
  participantReport: boolean;
  harm: { categories: readonly HarmCategory[]; severity: Severity | null };
  context: { purpose: ContextPurpose | null; note: string };
  aim: { aim: LegitimateAim | null; threat: string };
  alternatives: readonly { measure: MeasureKind; rejectedBecause: string }[];
  /** Why this is the smallest measure that does the job. */
  necessity: string;
  rabat: Partial<Record<RabatPart, RabatAnswer>>;
  /** `disputed`: somebody doubts the entry, or no second person has confirmed it. */
  signals: readonly { kind: string; strength: SignalStrength; disputed: boolean }[];
}

export type NoticePlan = { when: 'now' } | { when: 'delayed'; basis: string; until: Instant };

export interface Protections {
  /** Facts and circumstances as told to the person. */
  facts: string;
  notice: NoticePlan | null;
  appealUntil: Instant | null;
  retentionUntil: Instant | null;
}

export interface DecisionMade {
  by: 'person' | 'rule';
  decidedBy: string;
  secondBy: string | null;
  at: Instant;
}

export interface EmergencyOverride {
  reason: string;
  imminentThreat: boolean;
  secondBy: string | null;
  expiresAt: Instant;
  /** Which authority was told, when and how; empty: none. */
  lawEnforcementTold: string;
}

/** All the gate looks at; it reads nothing else, not even the clock. */
export interface GateInput {
  proposal: Proposal;
  ground: Ground;
  record: GateRecord;
  protections: Protections;
  decision: DecisionMade;
  override: EmergencyOverride | null;
}

/** Every outcome, most blocking first; the first that applies is the result. */
export const gateOutcomes = [
  'emergency_override',
  'no_basis',
  'request_not_order',
  'defective_order',
  'not_necessary',
  'unprotected',
  'incomplete',
  'second_person_needed',
  'pass_unreviewed_law',
  'pass',
] as const;
export type GateOutcome = (typeof gateOutcomes)[number];

export const findingStates = ['met', 'missing', 'failed', 'not_applicable'] as const;
export type FindingState = (typeof findingStates)[number];
export const gateNames = ['A', 'B', 'C', 'override'] as const;
export type GateName = (typeof gateNames)[number];
export const gateStates = ['pass', 'fail', 'incomplete'] as const;
export type GateState = (typeof gateStates)[number];

export interface Finding {
  id: string;
  gate: GateName;
  state: FindingState;
  /** RFC 6901 pointer into `GateInput`, so that a form can show the finding at its field. */
  pointer: string;
  reason: string;
  /** What would put it right; null when nothing is wrong. */
  fix: string | null;
  source: string;
}

export interface GateResult {
  outcome: GateOutcome;
  /** All three gates passed. False for an emergency override, which takes effect without passing: use `takesEffect`. */
  passed: boolean;
  /** A second person must still approve before it may take effect; false once she has. */
  needsSecond: boolean;
  findings: readonly Finding[];
  gates: Readonly<Record<'A' | 'B' | 'C', GateState>>;
}
