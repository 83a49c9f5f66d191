import { earliestDay, isDate, latestDay } from './dates.ts';
import type { Jurisdiction, OrderPower } from './jurisdiction.ts';

/** What a schema cannot see: citations of instruments that are not there, dates that cannot be, versions that overlap. */
export function faultsOf(jurisdiction: Jurisdiction): string[] {
  const { instruments, order_powers: powers, id, review } = jurisdiction;
  const known = new Set(instruments.map((instrument) => instrument.id));
  return [
    ...citesIn(jurisdiction)
      .filter((cite) => !known.has(cite.split(/[: ]/)[0] ?? ''))
      .map((cite) => `"${cite}" cites an instrument that is not in the file.`),
    ...(known.size === instruments.length ? [] : ['Two instruments have the same id.']),
    ...((review.last_reviewed === null) === (review.reviewed_by === null)
      ? []
      : ['A review has a name and a day, or neither.']),
    ...[...instruments, ...powers].flatMap(faultsOfDates),
    ...powers
      .filter((power) => !power.id.startsWith(`${id}-`))
      .map((power) => `The power ${power.id} is named after another jurisdiction.`),
    ...[...Map.groupBy(powers, (power) => power.id).values()].flatMap(overlaps),
  ];
}

function faultsOfDates({
  id,
  valid_from: from,
  valid_to: to,
}: Pick<OrderPower, 'id' | 'valid_from' | 'valid_to'>): string[] {
  const wrong = [from, to].filter((date) => date !== null && !isDate(date));
  if (wrong.length > 0) return wrong.map((date) => `${id}: ${date} is not in the calendar.`);
  return from !== null && to !== null && earliestDay(from) >= latestDay(to)
    ? [`${id} would end before it begins.`]
    : [];
}

/** Versions follow one another: each but the last ends, no later than the next begins. */
function overlaps(versions: readonly OrderPower[]): string[] {
  return versions.slice(1).flatMap((later, at) => {
    const ended = versions[at]?.valid_to ?? null;
    return ended === null || later.valid_from === null || ended > later.valid_from
      ? [`Two versions of ${later.id} are in force at once.`]
      : [];
  });
}

/** All citations in it, wherever they stand. */
function citesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(citesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'cites' ? (inner as string[]) : citesIn(inner),
  );
}
