import { gatherFacts } from './facts.ts';
import {
  gateOutcomes,
  type Finding,
  type FindingState,
  type GateInput,
  type GateOutcome,
  type GateResult,
  type GateState,
} from './gate-types.ts';
import type { Rule } from './rule.ts';
import { automationRules } from './rules/automation.ts';
import { harmRules } from './rules/necessity.ts';
import { overrideRules } from './rules/override.ts';
import { protectionRules, secondPersonRules } from './rules/protections.ts';
import { orderRules, policyRules } from './rules/rule-of-law.ts';
import { scopeRules } from './rules/scope.ts';

/** Every rule of the three gates, in the order a reader meets them. */
export const gateRules: readonly Rule[] = [
  ...policyRules,
  ...orderRules,
  ...scopeRules,
  ...harmRules,
  ...automationRules,
  ...protectionRules,
  ...secondPersonRules,
];

interface Ruling {
  finding: Finding;
  /** What it leads to where not met; null where met or not asked. */
  leadsTo: GateOutcome | null;
  standsInEmergency: boolean;
}

/**
 * The rights gate: from a proposed measure, its ground and its record to an outcome with reasons.
 * Pure and total: the same input gives the same result, and no well-typed input throws.
 * It never says that a measure is lawful; it says what was cited, what was checked, what is missing.
 */
export function evaluateGate(input: GateInput): GateResult {
  const facts = gatherFacts(input);
  const rulings = gateRules.map((rule) => rulingOn(rule, facts));
  const gates = {
    A: stateOf(rulings, 'A'),
    B: stateOf(rulings, 'B'),
    C: stateOf(rulings, 'C'),
  };
  const ordinary = worst(rulings) ?? passing(input);
  const passed = ordinary === 'pass' || ordinary === 'pass_unreviewed_law';
  const { override } = input;
  const exceptional =
    override === null || passed
      ? []
      : overrideRules.map((rule) =>
          rulingOn(rule, { ...facts, override, standing: standing(rulings) }),
        );
  const outcome = exceptional.length === 0 ? ordinary : overridden(exceptional, ordinary);
  return {
    outcome,
    passed,
    needsSecond:
      outcome !== 'emergency_override' &&
      [...rulings, ...exceptional].some((ruling) => ruling.leadsTo === 'second_person_needed'),
    findings: [...rulings, ...exceptional].map((ruling) => ruling.finding),
    gates,
  };
}

/** Whether the measure may be carried out now: it passed, or an emergency override stands in for passing. */
export function takesEffect(result: GateResult): boolean {
  return result.passed || result.outcome === 'emergency_override';
}

/** Whether nothing is missing but the second person: the decision may be kept, and waits for her. */
export function awaitsSecond(result: GateResult): boolean {
  return result.outcome === 'second_person_needed';
}

/** An order under a law nobody reviewed passes under its own name: it took a person to sign it off. */
function passing({ ground }: GateInput): GateOutcome {
  return ground.type !== 'policy_clause' && ground.order?.registryReviewed === false
    ? 'pass_unreviewed_law'
    : 'pass';
}

function overridden(exceptional: readonly Ruling[], ordinary: GateOutcome): GateOutcome {
  const reasons = exceptional.flatMap((ruling) => ruling.leadsTo ?? []);
  if (reasons.length === 0) return 'emergency_override';
  return reasons.every((reason) => reason === 'second_person_needed')
    ? 'second_person_needed'
    : ordinary;
}

function rulingOn<F>(rule: Rule<F>, facts: F): Ruling {
  const state: FindingState = rule.applies(facts) ? rule.test(facts) : 'not_applicable';
  const unmet = state === 'missing' || state === 'failed';
  const leadsTo = unmet ? (state === 'missing' ? rule.missingAs : rule.failsAs) : null;
  return {
    finding: {
      id: rule.id,
      gate: rule.gate,
      state,
      pointer: said(rule.pointer, facts),
      reason: unmet
        ? said(rule.otherwise, facts)
        : state === 'met'
          ? rule.holds
          : `Asked only when ${rule.when}.`,
      fix: unmet ? rule.fix : null,
      source: rule.source,
    },
    leadsTo,
    standsInEmergency: rule.holdsInEmergency,
  };
}

function said<F>(text: string | ((facts: F) => string), facts: F): string {
  return typeof text === 'string' ? text : text(facts);
}

function standing(rulings: readonly Ruling[]): string[] {
  return rulings
    .filter((ruling) => ruling.standsInEmergency && ruling.leadsTo !== null)
    .map((ruling) => ruling.finding.id);
}

function stateOf(rulings: readonly Ruling[], gate: 'A' | 'B' | 'C'): GateState {
  const states = rulings
    .filter(({ finding }) => finding.gate === gate)
    .map(({ finding }) => finding.state);
  if (states.includes('failed')) return 'fail';
  return states.includes('missing') ? 'incomplete' : 'pass';
}

function worst(rulings: readonly Ruling[]): GateOutcome | null {
  const reached = rulings.flatMap((ruling) => ruling.leadsTo ?? []);
  return gateOutcomes.find((outcome) => reached.includes(outcome)) ?? null;
}
