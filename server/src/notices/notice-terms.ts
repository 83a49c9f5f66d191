import { DAY, later } from '../platform/clock.ts';

/** Days to appeal: never shorter than six months, whichever months they are (DSA Art 20(1)). */
const appealDays = 184;
/** Days an outcome stays on its page at least, so that who asked can still read it. */
const readingDays = 184;

/**
 * The last moment to appeal: six months from when the person can know (DSA Art 20(2)), or what the
 * decision grants when that is longer.
 */
export function appealUntil(availableFrom: Date, granted: Date | null): Date {
  const least = later(availableFrom, appealDays * DAY);
  return granted !== null && granted > least ? granted : least;
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
