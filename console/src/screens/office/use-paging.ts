import { keepPreviousData, useQuery, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type { PagerProps } from '../../design/pager.tsx';

/** One page as the API sends it. */
export interface Page<Row> {
  data: Row[];
  next_cursor: string | null;
}

export interface Paging<Row> {
  /** Null until the first page is here. */
  rows: readonly Row[] | null;
  pager: PagerProps;
  /** Whether everything fits on this one page. */
  isWhole: boolean;
}

/**
 * Reads a list page by page. Another key (another filter) starts at the first page; the rows before
 * stay in sight until the new ones are here, so that typing in a filter loses neither place nor focus.
 */
export function usePaging<Row>(
  key: QueryKey,
  read: (page: { cursor?: string }, signal: AbortSignal) => Promise<Page<Row>>,
  options: { refetchInterval?: number } = {},
): Paging<Row> {
  const list = JSON.stringify(key);
  const [place, setPlace] = useState<{ list: string; cursors: readonly string[] }>({
    list,
    cursors: [],
  });
  const cursors = place.list === list ? place.cursors : [];
  const cursor = cursors.at(-1);
  const query = useQuery({
    queryKey: [...key, 'page', cursor ?? null],
    queryFn: ({ signal }) => read(cursor === undefined ? {} : { cursor }, signal),
    placeholderData: keepPreviousData,
    // A page that is in sight stays when renewing it fails; only a first reading may fail the screen.
    throwOnError: (_error, failed) => failed.state.data === undefined,
    ...options,
  });
  const next = query.data?.next_cursor ?? null;
  return {
    rows: query.data?.data ?? null,
    isWhole: cursors.length === 0 && next === null,
    pager: {
      hasPrevious: cursors.length > 0,
      hasNext: next !== null && !query.isPlaceholderData,
      isPending: query.isPlaceholderData,
      onPrevious: () => setPlace({ list, cursors: cursors.slice(0, -1) }),
      onNext: () => {
        if (next !== null) setPlace({ list, cursors: [...cursors, next] });
      },
    },
  };
}
