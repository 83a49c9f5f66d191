import type { Facts } from './facts.ts';
import type { GateName, GateOutcome } from './gate-types.ts';

/** What a rule says of a case it applies to. */
export type Verdict = 'met' | 'missing' | 'failed';

/** One row of a decision table: what must hold, when it is asked, and what follows where it does not. */
export interface Rule<F = Facts> {
  id: string;
  gate: GateName;
  /** What must hold, as a sentence. */
  holds: string;
  /** When it is asked, in words; `applies` says the same in code. */
  when: string;
  applies: (facts: F) => boolean;
  test: (facts: F) => Verdict;
  /** RFC 6901 pointer into the gate's input. */
  pointer: string | ((facts: F) => string);
  /** The sentence shown where it does not hold. */
  otherwise: string | ((facts: F) => string);
  fix: string;
  source: string;
  /** The outcome where it fails. */
  failsAs: GateOutcome;
  /** The outcome where it is not yet answered. */
  missingAs: GateOutcome;
  /** Whether an emergency override leaves it standing. */
  holdsInEmergency: boolean;
}

type Optional = 'when' | 'applies' | 'missingAs' | 'holdsInEmergency';
export type Row<F = Facts> = Omit<Rule<F>, 'gate' | 'failsAs' | Optional> &
  Partial<Pick<Rule<F>, 'failsAs' | Optional>>;

/** A table of rules for one gate; what a row leaves out is the table's default. */
export function table<F = Facts>(
  gate: GateName,
  failsAs: GateOutcome,
  rows: readonly Row<F>[],
): readonly Rule<F>[] {
  return rows.map((row) => ({
    gate,
    failsAs,
    when: 'always',
    applies: always,
    missingAs: 'incomplete',
    holdsInEmergency: false,
    ...row,
  }));
}

/** `met` where the test holds, else the given verdict. */
export function meets(holds: boolean, otherwise: 'missing' | 'failed'): Verdict {
  return holds ? 'met' : otherwise;
}

function always(): boolean {
  return true;
}
