import type { ClauseCited, GateInput, OrderCited } from './gate-types.ts';
import { readInstant, within } from './instants.ts';
import { lighterRungs, ladder, measureFacts, type MeasureFacts } from './measures.ts';
import {
  neverSoleGround,
  type HarmCategory,
  type MeasureKind,
  type MeasureSubject,
} from './words.ts';

/** All versions cited of one clause; the rule is the same rule across its versions. */
export interface ClauseFacts {
  /** Index of its first version in `ground.clauses`, for pointers. */
  index: number;
  versions: readonly ClauseCited[];
  inForceWhenPosted: boolean;
  inForceNow: boolean;
  /** Covers a recorded category that can carry this measure. */
  covers: boolean;
  allows: boolean;
}

/** The input, with what the rules ask of it worked out once. */
export interface Facts extends GateInput {
  measure: MeasureFacts;
  clauses: readonly ClauseFacts[];
  /** The order, where the ground claims one. */
  order: OrderCited | null;
  /** Milliseconds since 1970; null where unknown or unreadable. */
  at: number | null;
  postedAt: number | null;
  until: number | null;
  lighter: readonly MeasureKind[];
  /** One of the purposes that restrictions must leave room for. */
  protectedPurpose: boolean;
  /** A second person is recorded, and is not the first. */
  secondGiven: boolean;
}

/** Works out once what many rules ask. */
export function gatherFacts(input: GateInput): Facts {
  const { proposal, ground, record, decision } = input;
  const measure = measureFacts[proposal.measure];
  const at = readInstant(decision.at);
  const postedAt = readInstant(record.postedAt);
  const { purpose } = record.context;
  return {
    ...input,
    measure,
    at,
    postedAt,
    until: readInstant(proposal.scope.until),
    clauses: ground.type === 'order' ? [] : clausesOf(input, measure, at, postedAt),
    order: ground.type === 'policy_clause' ? null : ground.order,
    lighter: lighterRungs(proposal.measure, proposal.subject),
    protectedPurpose: purpose !== null && purpose !== 'none' && purpose !== 'unclear',
    secondGiven: isSomebodyElse(decision.secondBy, decision.decidedBy),
  };
}

/** Whether `second` names a person, and not the first one again. */
export function isSomebodyElse(second: string | null, first: string): boolean {
  return second !== null && !blank(second) && name(second) !== name(first);
}

/** Whether text says nothing. */
export function blank(text: string): boolean {
  return text.trim() === '';
}

function name(person: string): string {
  return person.trim().toLowerCase();
}

function clausesOf(
  { proposal, ground, record }: GateInput,
  measure: MeasureFacts,
  at: number | null,
  postedAt: number | null,
): ClauseFacts[] {
  const carrying = carryingCategories(record.harm.categories, measure);
  const byKey = Map.groupBy(ground.clauses, (clause) => clause.clauseKey);
  return [...byKey.values()].map((versions) => ({
    index: ground.clauses.findIndex((clause) => clause.clauseKey === versions[0]?.clauseKey),
    versions,
    inForceWhenPosted: versions.some((version) => stands(version, postedAt)),
    inForceNow: versions.some((version) => stands(version, at)),
    covers: versions.every((version) =>
      carrying.some((category) => version.harmCategories.includes(category)),
    ),
    allows: versions.every((version) => allows(version, proposal.measure, proposal.subject)),
  }));
}

/** For a heavy measure, the categories that may carry it; else all but the protective one. */
function carryingCategories(
  categories: readonly HarmCategory[],
  { heavy }: MeasureFacts,
): HarmCategory[] {
  const never = heavy ? neverSoleGround : ['borderline_context'];
  return categories.filter((category) => !never.includes(category));
}

function stands(clause: ClauseCited, at: number | null): boolean {
  const published = readInstant(clause.publishedAt);
  return (
    at !== null &&
    published !== null &&
    published <= at &&
    within(at, clause.inForceFrom, clause.inForceUntil)
  );
}

/** A clause that allows a rung allows the lighter rungs for the same subject: nobody is pushed up the ladder. */
function allows(clause: ClauseCited, measure: MeasureKind, subject: MeasureSubject): boolean {
  if (clause.measures.includes(measure)) return true;
  const rung = ladder(subject).indexOf(measure);
  return rung >= 0 && clause.measures.some((allowed) => ladder(subject).indexOf(allowed) > rung);
}
