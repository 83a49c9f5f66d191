import { earliestDay, latestDay, type Day, type PartialDate } from './dates.ts';
import type { Instrument, Jurisdiction, OrderPower } from './jurisdiction.ts';
import type { InstrumentStatus } from './words.ts';

/** How a law stood on a day. `unknown`: what is recorded of its dates, or of its status, does not tell. */
export const standings = ['in_force', 'not_yet', 'ended', 'never', 'unknown'] as const;
export type Standing = (typeof standings)[number];

interface Dated {
  readonly valid_from: PartialDate | null;
  readonly valid_to: PartialDate | null;
}

/** How something stood on a day by its dates alone; without a beginning, it is taken to have been there. */
export function standingByDates({ valid_from: from, valid_to: to }: Dated, on: Day): Standing {
  if (from !== null && on < earliestDay(from)) return 'not_yet';
  if (to !== null && on >= latestDay(to)) return 'ended';
  const beginsLater = from !== null && on < latestDay(from);
  const endsEarlier = to !== null && on >= earliestDay(to);
  return beginsLater || endsEarlier ? 'unknown' : 'in_force';
}

/** How a law stands that had begun by then. */
const byStatus = {
  in_force: 'in_force',
  bill: 'never',
  verify_status: 'unknown',
  ordinance_status_to_verify: 'unknown',
} as const satisfies Readonly<Record<Exclude<InstrumentStatus, 'repealed'>, Standing>>;

/**
 * How an instrument stood on a day. Where only its year is known, that year does not tell; what became
 * of it after it was researched is not known here either: a reader is told when that was.
 */
export function standingOf(instrument: Instrument, on: Day): Standing {
  const from = instrument.valid_from ?? String(instrument.year);
  const standing = standingByDates({ ...instrument, valid_from: from }, on);
  if (standing !== 'in_force') return standing;
  if (instrument.status !== 'repealed') return byStatus[instrument.status];
  // Where nobody wrote down when, it may have been in force that day, or not.
  return instrument.valid_to === null ? 'unknown' : 'in_force';
}

/** How a power stood on a day: it cannot stand better than the instruments it is cited from. */
export function standingOfPower(
  { instruments }: Pick<Jurisdiction, 'instruments'>,
  power: OrderPower,
  on: Day,
): Standing {
  const cited = power.cites.map((cite) => cite.split(/[: ]/)[0]);
  const found = instruments.filter(({ id }) => cited.includes(id));
  const all = [standingByDates(power, on), ...found.map((each) => standingOf(each, on))];
  const worst = (['never', 'ended', 'not_yet', 'unknown'] as const).find((one) =>
    all.includes(one),
  );
  return worst ?? 'in_force';
}

/** The version of a power that governs an act of that day; null: none that is recorded did. */
export function powerOn(
  jurisdiction: Jurisdiction,
  id: string,
  on: Day,
): { readonly power: OrderPower; readonly standing: Standing } | null {
  const versions = jurisdiction.order_powers.filter((power) => power.id === id);
  const rated = versions.map((power) => ({
    power,
    standing: standingOfPower(jurisdiction, power, on),
  }));
  return (
    rated.find(({ standing }) => standing === 'in_force') ??
    rated.find(({ standing }) => standing === 'unknown') ??
    null
  );
}
