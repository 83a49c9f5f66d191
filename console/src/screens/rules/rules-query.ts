import { queryOptions } from '@tanstack/react-query';
import { desk } from '../../desk.ts';

/** All rules in the order they are asked; the API reads them together. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => desk.listRules({ signal }),
});
