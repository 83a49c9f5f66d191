import type { Problem } from '@commonweal/contract';

/** The error of one field, for its `error` prop. `pointer` is RFC 6901: `/person/email`. */
export function fieldError(
  problem: Problem | null | undefined,
  pointer: string,
): string | undefined {
  return problem?.errors?.find((error) => error.pointer === pointer)?.detail;
}

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
