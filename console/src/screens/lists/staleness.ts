import type { DesignationList, Problem } from '@commonweal/contract';

/** Whether a list is too old to rely on. One of which nothing was imported is empty, not stale. */
export function isStale({ fresh_until: until }: Pick<DesignationList, 'fresh_until'>, now: Date) {
  return until !== null && now > new Date(until);
}

/** Whether a refused edition may be taken all the same, when a person has looked (it shrank, or is older). */
export function mayForce(problem: (Problem & Record<string, unknown>) | Problem | null): boolean {
  if (problem === null) return false;
  const code = 'code' in problem ? problem['code'] : undefined;
  return (
    code === 'shrank' ||
    code === 'below_floor' ||
    problem.type === 'urn:commonweal:problem:conflict'
  );
}
