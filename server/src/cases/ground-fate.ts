import type { ListingFates } from '../designations/index.ts';
import type { EntryFate } from '../matching/index.ts';

/** What became of something that cases and decisions rest on: an entry of a bank, or a listing. */
export interface GroundFate {
  readonly deskId: string;
  readonly ground: 'bank_entry' | 'designation';
  readonly referenceId: string;
  /** What it is, without content. */
  readonly subject: string;
  readonly by: string;
  readonly reason: string;
}

export function fateOfEntry({ bankEntryId, ...fate }: EntryFate): GroundFate {
  return { ...fate, ground: 'bank_entry', referenceId: bankEntryId };
}

export function fatesOfListings({ deskId, by, listings }: ListingFates): GroundFate[] {
  return listings.map(({ designationId, subject, reason }) => ({
    deskId,
    ground: 'designation',
    referenceId: designationId,
    subject,
    by,
    reason,
  }));
}
