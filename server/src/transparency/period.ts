import { DAY, later } from '../platform/clock.ts';
import { fault, refusal } from '../platform/http/index.ts';

/** Whole days in UTC, both counted. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const longestDays = 3660;
const offered = 6;

/** The period asked for; the last twelve months unless said. @throws ProblemError for one that is none */
export function periodOf(
  asked: { readonly from?: unknown; readonly to?: unknown },
  now: Date,
): Period {
  const to = dayOf(asked.to, 'to') ?? isoDay(now);
  const from = dayOf(asked.from, 'from') ?? isoDay(later(aYearBefore(to), DAY));
  const days = (startOf(to).getTime() - startOf(from).getTime()) / DAY;
  if (days < 0 || days > longestDays)
    throw refusal('period-order', {
      errors: [{ pointer: '/from', detail: `${from} to ${to}` }],
    });
  return { from, to };
}

/** The moments [from, to) that the days of a period cover. */
export function momentsOf({ from, to }: Period): { readonly from: Date; readonly to: Date } {
  return { from: startOf(from), to: later(startOf(to), DAY) };
}

/** Calendar half-years since a day, the running one first. */
export function halfYears(since: Date, now: Date): Period[] {
  const periods: Period[] = [];
  let year = now.getUTCFullYear();
  let second = now.getUTCMonth() >= 6;
  while (periods.length < offered) {
    const period = second
      ? { from: `${year}-07-01`, to: `${year}-12-31` }
      : { from: `${year}-01-01`, to: `${year}-06-30` };
    if (momentsOf(period).to <= since) break;
    periods.push(period);
    if (!second) year -= 1;
    second = !second;
  }
  return periods;
}

function dayOf(value: unknown, name: string): string | null {
  if (value === undefined) return null;
  const valid =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(startOf(value).getTime()) &&
    isoDay(startOf(value)) === value;
  if (!valid) throw refusal('period-day', { name }, { errors: [fault(`/${name}`, 'not-a-day')] });
  return value;
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function aYearBefore(day: string): Date {
  const date = startOf(day);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  // 29 February of a year that has none is the last day of February.
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date;
}
