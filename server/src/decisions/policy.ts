import type { Decision } from '@commonweal/contract';
import { awaitsSecond, type GateResult, type MeasureKind } from '@commonweal/law';
import { refusal, staleVersion } from '../platform/http/index.ts';
import type { DecisionRow } from './store.ts';

/** What moves a decision from one state to another. A state without a move out of it is final. */
export const moves = {
  approve: { from: 'awaiting_second', to: 'effective' },
  refuse: { from: 'awaiting_second', to: 'refused' },
  reverse: { from: 'effective', to: 'reversed' },
} as const satisfies Record<string, { from: Decision['state']; to: Decision['state'] }>;
export type Move = keyof typeof moves;

const standing = {
  awaiting_second: 'decision-awaits-second',
  effective: 'decision-effective',
  refused: 'decision-refused',
  reversed: 'decision-reversed',
} as const satisfies Record<Decision['state'], string>;

/** @throws ProblemError `conflict` when the decision is not in the state that the move begins in */
export function requireMove(row: DecisionRow, move: Move): void {
  if (row.state === moves[move].from) return;
  throw refusal(standing[row.state]);
}

/** @throws ProblemError `stale-version` */
export function requireVersion(row: DecisionRow, sent: number): void {
  if (row.version !== sent) throw staleVersion('decision', sent, row.version);
}

/** Whoever decided is not the second person. @throws ProblemError `not-allowed` */
export function requireSomebodyElse(row: DecisionRow, personId: string): void {
  if (row.decided_by !== personId) return;
  throw refusal('decision-own');
}

/** Measures that always take two people here, with an end date or without (DESIGN 6.4). */
const twoPeople: readonly MeasureKind[] = ['ban', 'refer'];

/** Whether a second person must still approve, whatever the gate asks. */
export function takesTwo(measure: MeasureKind): boolean {
  return twoPeople.includes(measure);
}

/** What becomes of a proposed measure that one person stands behind. */
export function dispositionOf(
  result: GateResult,
  measure: MeasureKind,
): 'effective' | 'awaiting_second' | 'blocked' {
  if (result.passed) return takesTwo(measure) ? 'awaiting_second' : 'effective';
  return awaitsSecond(result) ? 'awaiting_second' : 'blocked';
}
