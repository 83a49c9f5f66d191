import type { TransparencyReport } from '@commonweal/contract';

export type Counted = TransparencyReport['reports'][number];

/** A count with how long its bar is. */
export interface Bar extends Counted {
  /** Of the longest bar, 0 to 1. */
  length: number;
  /** Of all counts together, 0 to 1; null when there is nothing to share. */
  share: number | null;
}

/** Counts as bars, in the order given. */
export function barsOf(counts: readonly Counted[]): Bar[] {
  const longest = Math.max(0, ...counts.map(({ count }) => count));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return counts.map((counted) => ({
    ...counted,
    length: longest === 0 ? 0 : counted.count / longest,
    share: total === 0 ? null : counted.count / total,
  }));
}

/** Days given as a period in an address; only whole ones count, not what stands there while a year is typed. */
export function periodWords(words: Readonly<Record<string, string>>): {
  from?: string;
  to?: string;
} {
  const day = /^[1-9]\d{3}-\d{2}-\d{2}$/;
  const { from, to } = words;
  return {
    ...(from && day.test(from) ? { from } : {}),
    ...(to && day.test(to) ? { to } : {}),
  };
}
