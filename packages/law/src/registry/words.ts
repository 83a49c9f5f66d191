/** What is known of a fact. `none_found`: looked for, nothing located, which is weak evidence. Never drawn as `no`; nor is `unknown`. */
export const knowledge = ['yes', 'partial', 'no', 'none_found', 'unknown'] as const;
export type Knowledge = (typeof knowledge)[number];

/** How sure whoever wrote a fact down is of it. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** What a fact was taken from, best first. */
export const bases = [
  'primary_text',
  'primary_text_partial',
  'primary_toc',
  'title_only',
  'secondary',
  'secondary_plus_recall',
  'recall',
] as const;
export type Basis = (typeof bases)[number];

/** How an instrument stood on the day it was researched. */
export const instrumentStatuses = [
  'in_force',
  'repealed',
  'bill',
  'ordinance_status_to_verify',
  'verify_status',
] as const;
export type InstrumentStatus = (typeof instrumentStatuses)[number];

/** Who orders. A `private_notifier` binds nobody by itself. */
export const authorityTypes = [
  'court',
  'court_then_regulator',
  'regulator_then_court',
  'court_or_executive',
  'court_or_administrative',
  'designated_competent_authority',
  'independent_regulator',
  'regulator_government_linked',
  'executive',
  'executive_official',
  'police',
  'private_notifier',
] as const;
export type AuthorityType = (typeof authorityTypes)[number];

/** How a time to comply is counted. `as_specified`: the order says. `none`: the law sets none. */
export const deadlineUnits = [
  'hours',
  'working_days',
  'months',
  'asap',
  'as_specified',
  'none',
] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];
