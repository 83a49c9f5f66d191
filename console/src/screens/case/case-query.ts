import { queryOptions } from '@tanstack/react-query';
import { desk } from '../../desk.ts';

/** One case with all that was gathered; renewed while it is looked at. */
export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: ['cases', 'one', caseId],
    queryFn: ({ signal }) => desk.readCase({ params: { case_id: caseId }, signal }),
    refetchInterval: 15_000,
  });
}
