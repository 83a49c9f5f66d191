import type { DesignationList, Problem } from '@commonweal/contract';

const day = 86_400_000; // milliseconds
/** Days after which an edition ought to be renewed: official lists change several times a month. */
export const staleAfterDays = 14;

/** Whether an edition is too old to rely on; an edition without a date counts from its import. */
export function isStale(
  list: Pick<DesignationList, 'generated_at' | 'imported_at'>,
  now: Date,
): boolean {
  return (
    now.getTime() - new Date(list.generated_at ?? list.imported_at).getTime() > staleAfterDays * day
  );
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
