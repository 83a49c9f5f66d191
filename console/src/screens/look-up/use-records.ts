import type { KnownMatch, TrackRecord } from '@commonweal/contract';
import { useQueries } from '@tanstack/react-query';
import { desk } from '../../desk.ts';
import { useMay } from '../office/use-may.ts';

/** More than anybody weighs at once, and each costs a request. */
const most = 8;

/** How the entries behind the first matches did here before, as far as it is known yet. */
export function useRecords(matches: readonly KnownMatch[]): TrackRecord[] {
  const may = useMay();
  const entries = matches
    .slice(0, most)
    .flatMap(({ bank_id, reference_id }) =>
      bank_id === null || reference_id === null ? [] : [{ bank_id, bank_entry_id: reference_id }],
    );
  return useQueries({
    queries: (may('trackRecordOfEntry') ? entries : []).map((params) => ({
      queryKey: ['banks', params.bank_id, 'entries', params.bank_entry_id, 'track-record'],
      queryFn: ({ signal }: { signal: AbortSignal }) => desk.trackRecordOfEntry({ params, signal }),
    })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
}
