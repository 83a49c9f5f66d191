import { exampleInput } from './example-input.ts';
import type { GateInput } from './gate-types.ts';
import { lighterRungs, measureFacts } from './measures.ts';
import { rejectRungs } from './suggest-lighter.ts';
import {
  rabatParts,
  type ContextPurpose,
  type HarmCategory,
  type MeasureKind,
  type Severity,
} from './words.ts';

/** What somebody says who wants to try a case out. Whatever is not asked is as it should be. */
export interface TrialAnswers {
  readonly measure: MeasureKind;
  readonly harm: HarmCategory;
  readonly severity: Severity;
  readonly purpose: ContextPurpose;
  /** The rule it rests on: in force when it was posted, made only after that, or none. */
  readonly rule: 'in_force' | 'made_later' | 'none';
  readonly by: 'person' | 'rule';
  /** How it was found. */
  readonly found: 'match' | 'report' | 'name_only' | 'disputed';
  /** Milder measures were looked at, and say why they would not do. */
  readonly lighter: boolean;
  /** The six parts of the Rabat test are answered. */
  readonly rabat: boolean;
  readonly told: boolean;
  readonly appeal: boolean;
  /** It ends on a day. */
  readonly ends: boolean;
  readonly second: boolean;
}

/** The case that is tried first: recruitment, removed by a person under a published rule. */
export const firstTrial: TrialAnswers = {
  measure: 'remove',
  harm: 'recruitment',
  severity: 3,
  purpose: 'none',
  rule: 'in_force',
  by: 'person',
  found: 'report',
  lighter: true,
  rabat: true,
  told: true,
  appeal: true,
  ends: true,
  second: false,
};

const signals = {
  match: { kind: 'hash', strength: 'match', disputed: false },
  report: { kind: 'user_report', strength: 'report', disputed: false },
  name_only: { kind: 'listed_name', strength: 'name_only', disputed: false },
  disputed: { kind: 'hash', strength: 'match', disputed: true },
} as const satisfies Readonly<
  Record<TrialAnswers['found'], GateInput['record']['signals'][number]>
>;

/** The gate's input for what was answered, of an invented post; nobody's case. */
export function trialInput(answers: TrialAnswers): GateInput {
  const { measure, harm, severity, purpose, rule } = answers;
  const subject = measureFacts[measure].subjects[0] ?? 'item';
  const input = exampleInput(measure, subject);
  const [clause] = input.ground.clauses;
  if (clause === undefined) throw new Error('The example cites no clause.');
  const inForceFrom = rule === 'made_later' ? '2026-03-02T00:00:00Z' : clause.inForceFrom;
  const timed = measureFacts[measure].timed !== 'none' && answers.ends;
  return {
    ...input,
    proposal: {
      ...input.proposal,
      scope: {
        ...input.proposal.scope,
        territories: measure === 'geo_restrict' ? ['XA'] : 'global',
        until: timed ? '2026-06-01T00:00:00Z' : null,
      },
    },
    ground: {
      ...input.ground,
      clauses:
        rule === 'none'
          ? []
          : [{ ...clause, inForceFrom, harmCategories: [harm], measures: [measure] }],
    },
    record: {
      ...input.record,
      harm: { categories: [harm], severity },
      context: {
        purpose,
        note: purpose === 'none' ? '' : 'The harm outweighs the purpose, because it calls to act.',
      },
      alternatives: answers.lighter
        ? rejectRungs(lighterRungs(measure, subject), 'It could still be read and followed.')
        : [],
      rabat: answers.rabat
        ? Object.fromEntries(
            rabatParts.map((part) => [part, { score: 2, reason: 'As the post itself shows.' }]),
          )
        : {},
      signals: [signals[answers.found]],
    },
    protections: {
      ...input.protections,
      notice: answers.told ? { when: 'now' } : null,
      appealUntil: answers.appeal ? input.protections.appealUntil : null,
    },
    decision: { ...input.decision, by: answers.by, secondBy: answers.second ? 'bashir' : null },
  };
}
