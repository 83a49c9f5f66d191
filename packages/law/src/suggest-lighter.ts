import { blank } from './facts.ts';
import { awaitsSecond, evaluateGate } from './evaluate-gate.ts';
import type { GateInput } from './gate-types.ts';
import { ladder, lighterRungs } from './measures.ts';
import type { MeasureKind } from './words.ts';

/**
 * The lightest rung, up to the one proposed, that is not already rejected with a reason and would pass
 * with what is recorded, or would with a second person's approval. Null where none would: something is
 * missing, or the measure stands beside the ladder.
 */
export function suggestLighter(input: GateInput): MeasureKind | null {
  const { measure, subject } = input.proposal;
  const rejected = new Set(
    input.record.alternatives
      .filter(({ rejectedBecause }) => !blank(rejectedBecause))
      .map((alternative) => alternative.measure),
  );
  const rungs = ladder(subject).includes(measure)
    ? [...lighterRungs(measure, subject), measure]
    : [];
  return (
    rungs.find((rung) => {
      if (rejected.has(rung)) return false;
      const result = evaluateGate({
        ...input,
        proposal: { ...input.proposal, measure: rung },
        override: null,
      });
      return result.passed || awaitsSecond(result);
    }) ?? null
  );
}

/** One reason for several rungs, as the record wants it: one entry for each. */
export function rejectRungs(
  rungs: readonly MeasureKind[],
  rejectedBecause: string,
): GateInput['record']['alternatives'] {
  return rungs.map((measure) => ({ measure, rejectedBecause }));
}
