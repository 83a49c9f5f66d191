import type { Assessment, GateReply } from '@commonweal/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { desk } from '../../desk.ts';

export interface Check {
  /** The gate's latest answer; null before the first. */
  reply: GateReply | null;
  /** The answer is to something older than what is on screen. */
  isBehind: boolean;
  error: unknown;
}

/** Pause in the writing after which the gate is asked, in milliseconds. */
const pause = 500;

/** Asks the rights gate about what has been written, a moment after each change. Decides nothing. */
export function useCheck(caseId: string, assessment: Assessment, isOn: boolean): Check {
  const written = JSON.stringify(assessment);
  const [asked, setAsked] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), pause);
    return () => clearTimeout(timer);
  }, [written]);
  const query = useQuery({
    queryKey: ['gate', caseId, asked],
    queryFn: ({ signal }) =>
      desk.checkDecision({
        params: { case_id: caseId },
        body: { assessment: JSON.parse(asked) as Assessment },
        signal,
      }),
    enabled: isOn,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
  });
  return {
    reply: query.data ?? null,
    isBehind: written !== asked || query.isPlaceholderData,
    error: query.error,
  };
}
