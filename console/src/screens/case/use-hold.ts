import type { Case, CaseView } from '@commonweal/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { desk } from '../../desk.ts';
import { useSession } from '../../shell/session.ts';
import { caseQuery } from './case-query.ts';
import { isTimeToExtend, timeLeft, type TimeLeft } from './time-left.ts';

export interface Hold {
  /** Held by the person on screen, and not run out. */
  isMine: boolean;
  /** Somebody else who holds it now. */
  other: Case['claimed_by'];
  left: TimeLeft | null;
  claim: () => void;
  release: () => void;
  isPending: boolean;
  /** Why the last claim or release did not go through. */
  error: unknown;
}

const signsOfWork = ['keydown', 'pointerdown', 'input', 'scroll'] as const;

/**
 * The hold on a case: taken, given back, and extended by itself while somebody works on it. The
 * clock on screen is the browser's; the server's decides.
 */
export function useHold(view: CaseView): Hold {
  const { claimed_by: holder, lease_until: until, case_id: caseId, version, state } = view.case;
  const me = useSession().person?.person_id;
  const queries = useQueryClient();
  const [now, setNow] = useState(() => Date.now());
  const lastActive = useRef(now);
  const keep = (fresh: Case) =>
    queries.setQueryData(caseQuery(caseId).queryKey, (old) => old && { ...old, case: fresh });
  const renew = () => queries.invalidateQueries({ queryKey: ['cases'] });
  const claim = useMutation({
    mutationFn: () => desk.claimCase({ params: { case_id: caseId }, body: { version } }),
    onSuccess: keep,
    onSettled: renew,
  });
  const release = useMutation({
    mutationFn: () => desk.releaseCase({ params: { case_id: caseId }, body: { version } }),
    onSuccess: keep,
    onSettled: renew,
  });
  const left = until === null ? null : timeLeft(until, now);
  const isHeld = holder !== null && left !== null && left.state !== 'over';
  const isMine = isHeld && holder.person_id === me;

  useEffect(() => {
    const note = () => {
      lastActive.current = Date.now();
    };
    for (const sign of signsOfWork) addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      for (const sign of signsOfWork) removeEventListener(sign, note, { capture: true });
    };
  }, []);

  const { mutate: extend, isPending } = claim;
  useEffect(() => {
    if (until === null) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  useEffect(() => {
    if (!isMine || isPending || until === null || state !== 'open') return;
    if (isTimeToExtend(until, lastActive.current, now)) extend();
  }, [isMine, isPending, until, state, now, extend]);

  return {
    isMine,
    other: isHeld && !isMine ? holder : null,
    left: isHeld ? left : null,
    claim: () => claim.mutate(),
    release: () => release.mutate(),
    isPending: claim.isPending || release.isPending,
    error: claim.error ?? release.error,
  };
}
