import type { Problem } from '@commonweal/contract';

/** Reads anything thrown as an RFC 9457 problem, when it is or carries one. */
export function problemOf(thrown: unknown): Problem | null {
  const candidates =
    typeof thrown === 'object' && thrown !== null && 'problem' in thrown
      ? [thrown.problem, thrown]
      : [thrown];
  return candidates.find(isProblem) ?? null;
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  );
}
