import type { Edition, EditionEntry } from './read-edition.ts';
import type { DesignationRow } from './tables.ts';

/** What an edition says that the register does not say yet. */
export interface Differences {
  readonly added: readonly EditionEntry[];
  readonly changed: readonly { readonly row: DesignationRow; readonly entry: EditionEntry }[];
  /** With the day they are taken to have ended. */
  readonly ended: readonly { readonly row: DesignationRow; readonly on: string }[];
  readonly unchanged: number;
}

/**
 * Compares an edition with the open designations by reference. An entry whose listing date lies after
 * the edition before it was removed and listed again in between, so its interval ends and another
 * begins; with an earlier date the publisher only corrected it.
 */
export function compareEdition(
  open: readonly DesignationRow[],
  edition: Pick<Edition, 'entries' | 'generatedAt'>,
  previousEdition: Date | null,
): Differences {
  const missing = new Map(open.map((row) => [row.reference, row]));
  const added: EditionEntry[] = [];
  const changed: { row: DesignationRow; entry: EditionEntry }[] = [];
  const ended: { row: DesignationRow; on: string }[] = [];
  let unchanged = 0;
  for (const entry of edition.entries) {
    const row = missing.get(entry.reference);
    missing.delete(entry.reference);
    if (row === undefined) added.push(entry);
    else if (row.digest.equals(entry.digest)) unchanged++;
    else if (entry.listedOn > row.listed_on && wasAfter(entry.listedOn, previousEdition)) {
      ended.push({ row, on: entry.listedOn });
      added.push(entry);
    } else changed.push({ row, entry });
  }
  const editionDay = dayOf(edition.generatedAt);
  for (const row of missing.values())
    ended.push({ row, on: editionDay > row.listed_on ? editionDay : row.listed_on });
  return { added, changed, ended, unchanged };
}

function wasAfter(day: string, moment: Date | null): boolean {
  return moment !== null && day > dayOf(moment);
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
