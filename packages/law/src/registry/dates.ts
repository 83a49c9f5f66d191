/** A day, `2026-02-20`. */
export type Day = string;
/** As much of a date as is known: `2024`, `2024-11` or `2024-11-28`. */
export type PartialDate = string;

/** The first day that it may mean: of `2024-11` the first of November. */
export function earliestDay(date: PartialDate): Day {
  return date + '-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6);
}

/** The last day that it may mean: of `2024-11` the thirtieth. */
export function latestDay(date: PartialDate): Day {
  if (date.length === 10) return date;
  const [year = 0, month = 12] = date.split('-').map(Number);
  // Day 0 of the month that follows.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whether it is a date of the calendar: there is no 31 June. */
export function isDate(date: PartialDate): boolean {
  const day = new Date(`${earliestDay(date)}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(date);
}
