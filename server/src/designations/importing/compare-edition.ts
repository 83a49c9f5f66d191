import type { DesignationRow, EndedBy } from '../tables.ts';
import type { Edition, EditionEntry, PastEntry } from './read-edition.ts';

/** What is known of a designation, as far as editions are compared. */
export type Known = Pick<
  DesignationRow,
  'designation_id' | 'reference' | 'listed_on' | 'begins_on' | 'ended_on' | 'ended_by' | 'digest'
>;

/** An entry that begins, and from when it counts. */
export interface Begun {
  readonly entry: EditionEntry;
  readonly beginsOn: string;
}

/** A designation that ends, when, and how that is known. */
export interface Ended<Row> {
  readonly row: Row;
  readonly on: string;
  readonly by: EndedBy;
}

/** What an edition says that the register does not say yet. */
export interface Differences<Row extends Known = Known> {
  readonly added: readonly Begun[];
  readonly changed: readonly { readonly row: Row; readonly entry: EditionEntry }[];
  readonly ended: readonly Ended<Row>[];
  /** Designations that ended before they were seen here. */
  readonly past: readonly (Begun & { readonly endedOn: string })[];
  /** Designations whose end was guessed from an absence, and is told now. */
  readonly corrected: readonly Ended<Row>[];
  readonly unchanged: number;
}

/** The days between which the editions lie. */
export interface EditionDays {
  /** Of the edition. */
  readonly edition: string;
  /** Of the one before; null for the first. */
  readonly previous: string | null;
}

/**
 * Compares an edition with the designations of its list by reference. An entry whose listing date lies
 * after the edition before it was removed and listed again in between, so its interval ends and another
 * begins; with an earlier date the publisher only corrected it. What the edition prints as ended, ended
 * on that day; what is missing, on the edition's.
 */
export function compareEdition<Row extends Known>(
  rows: readonly Row[],
  { entries, past }: Pick<Edition, 'entries' | 'past'>,
  days: EditionDays,
): Differences<Row> {
  const missing = new Map<string, Row>();
  for (const row of rows) if (row.ended_on === null) missing.set(row.reference, row);
  const added: Begun[] = [];
  const changed: { row: Row; entry: EditionEntry }[] = [];
  const ended: Ended<Row>[] = [];
  let unchanged = 0;
  for (const entry of entries) {
    const row = missing.get(entry.reference);
    missing.delete(entry.reference);
    if (row === undefined) added.push({ entry, beginsOn: beginningOf(entry, days) });
    else if (row.digest.equals(entry.digest)) unchanged++;
    else if (isListedAgain(entry, row, days.previous)) {
      ended.push({ row, on: notBefore(entry.listedOn!, row), by: 'relisted' });
      added.push({ entry, beginsOn: beginningOf(entry, days) });
    } else changed.push({ row, entry });
  }
  const printed = new Map(past.map((entry) => [entry.reference, entry]));
  for (const row of missing.values()) {
    const said = printed.get(row.reference)?.endedOn;
    ended.push(
      said === undefined
        ? { row, on: notBefore(days.edition, row), by: 'absence' }
        : { row, on: printedEnd(said, row), by: 'publisher' },
    );
  }
  return { added, changed, ended, ...comparePast(rows, past, missing), unchanged };
}

/** What is printed as ended and is not known as such, one interval for each end. */
function comparePast<Row extends Known>(
  rows: readonly Row[],
  past: readonly PastEntry[],
  endingNow: ReadonlyMap<string, Row>,
): Pick<Differences<Row>, 'past' | 'corrected'> {
  const known = Map.groupBy(
    rows.filter((row) => row.ended_on !== null),
    (row) => row.reference,
  );
  const fresh: (Begun & { endedOn: string })[] = [];
  const corrected: Ended<Row>[] = [];
  for (const entry of past) {
    const before = known.get(entry.reference) ?? [];
    // An end guessed of the very day that is printed is still a guess until then.
    const isKnown = before.some(
      (row) => row.ended_by !== 'absence' && row.ended_on === printedEnd(entry.endedOn, row),
    );
    if (isKnown || endingNow.has(entry.reference)) continue;
    const guessed = before.find(
      (row) => row.ended_by === 'absence' && (row.listed_on ?? beginOf(row)) <= entry.endedOn,
    );
    if (guessed !== undefined)
      corrected.push({ row: guessed, on: printedEnd(entry.endedOn, guessed), by: 'publisher' });
    else {
      const endedOn = printedEnd(entry.endedOn, { listed_on: entry.listedOn });
      fresh.push({ entry, beginsOn: entry.listedOn ?? endedOn, endedOn });
    }
  }
  return { past: fresh, corrected };
}

function isListedAgain({ listedOn }: EditionEntry, row: Known, previous: string | null): boolean {
  return listedOn !== null && previous !== null && listedOn > beginOf(row) && listedOn > previous;
}

/** The day the list says, unless the edition before that day did not have the entry, or it says none. */
function beginningOf({ listedOn }: EditionEntry, { edition, previous }: EditionDays): string {
  if (listedOn === null) return edition;
  return previous !== null && listedOn < previous ? edition : listedOn;
}

function notBefore(day: string, row: Known): string {
  const from = [row.listed_on, row.begins_on].filter((each) => each !== null);
  return [day, ...from].toSorted().at(-1)!;
}

/** What a publisher prints holds against our guess of the beginning, but not against its own. */
function printedEnd(day: string, { listed_on: listedOn }: Pick<Known, 'listed_on'>): string {
  return listedOn !== null && listedOn > day ? listedOn : day;
}

function beginOf(row: Known): string {
  return row.begins_on ?? row.listed_on!;
}
