import { ListRefused } from '../list-refused.ts';
import { dayIn } from '../reading/dates.ts';
import { FETCH_AGAIN } from '../reading/limits.ts';
import type { FtmRecord } from './ftm-record.ts';

/** A time somebody was listed without a break, under one or more programmes. */
export interface FtmInterval {
  /** Null when no day is given. */
  readonly from: string | null;
  /** Null when it has no end. */
  readonly until: string | null;
  readonly programmes: readonly string[];
}

/**
 * The times somebody was listed, from the `Sanction` entities about them, earliest first. What overlaps
 * or meets is one time. A year or month alone is no day to begin on; as an end it is its last day.
 */
export function ftmIntervals(sanctions: readonly FtmRecord[]): FtmInterval[] {
  const single = sanctions.map((sanction) => {
    const {
      program,
      programId,
      listingDate = [],
      startDate = [],
      endDate = [],
    } = sanction.properties;
    const ends = endDate.map((text) => lastDayIn(text, sanction)).toSorted();
    return {
      from: daysIn(listingDate, sanction)[0] ?? daysIn(startDate, sanction)[0] ?? null,
      until: ends.at(-1) ?? null,
      programmes: (program?.length ? program : programId) ?? [],
    };
  });
  const joined: FtmInterval[] = [];
  const sorted = single.toSorted(
    (a, b) => compare(a.from ?? '', b.from ?? '') || compare(a.until ?? '~', b.until ?? '~'),
  );
  for (const next of sorted) {
    const last = joined.at(-1);
    const meets =
      last !== undefined && (last.until === null || next.from === null || next.from <= last.until);
    if (!meets) joined.push(next);
    else
      joined[joined.length - 1] = {
        from: last.from ?? next.from,
        until: last.until === null || next.until === null ? null : later(last.until, next.until),
        programmes: [...last.programmes, ...next.programmes],
      };
  }
  return joined.map((each) => ({
    ...each,
    programmes: [...new Set(each.programmes)].toSorted(compare),
  }));
}

function daysIn(texts: readonly string[], sanction: FtmRecord): string[] {
  return texts
    .filter((text) => !/^\d{4}(?:-\d\d)?$/.test(text))
    .map((text) => dayIn(text) ?? refuse(text, sanction))
    .toSorted();
}

function lastDayIn(text: string, sanction: FtmRecord): string {
  const [year = '', month] = text.split('-');
  if (/^\d{4}$/.test(text)) return `${year}-12-31`;
  if (/^\d{4}-\d\d$/.test(text))
    return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  return dayIn(text) ?? refuse(text, sanction);
}

function refuse(text: string, sanction: FtmRecord): never {
  const wrong = `Sanction ${sanction.id} has "${text.slice(0, 40)}" where a date belongs`;
  throw new ListRefused('bad_date', wrong, FETCH_AGAIN);
}

/** By code unit, so that the order is the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
