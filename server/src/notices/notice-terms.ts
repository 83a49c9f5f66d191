import { appealDays } from '@commonweal/law';
import { DAY, later } from '../platform/clock.ts';

/** Days an outcome stays on its page at least, so that who asked can still read it. */
const readingDays = 184;

/**
 * The last moment to appeal: six months from when the person can know (DSA Art 20(1) and (2)). Where
 * the decision grants that long, it is the decision's own date.
 */
export function appealUntil(availableFrom: Date, granted: Date | null): Date {
  return granted !== null && granted >= later(availableFrom, appealDays * DAY)
    ? granted
    : later(availableFrom, (appealDays + 1) * DAY);
}

/** How long a notice is kept: as long as the desk keeps items, and never shorter than it can be appealed. */
export function keepUntil(now: Date, retentionDays: number, appealEnds: Date | null): Date {
  const kept = later(now, retentionDays * DAY);
  return appealEnds !== null && appealEnds > kept ? appealEnds : kept;
}

/** How long an answer to an appeal stays readable at least. */
export function readableUntil(now: Date): Date {
  return later(now, readingDays * DAY);
}
