import type {
  CrossReference,
  EntityKind,
  LegalEffect,
  NameKind,
  NameStrength,
} from '@commonweal/designations';
import type { NameComparison } from '@commonweal/contract';
import type { JSONColumnType } from 'kysely';

declare module '../platform/database/tables.ts' {
  interface Tables {
    designation_list: ListRow;
    designation_import: ImportRow;
    designation: DesignationTable;
    designation_name: NameRow;
    designation_change: ChangeTable;
    designation_link: LinkTable;
    different_person: DifferentPersonRow;
  }
}

declare module '../platform/events.ts' {
  interface DeskEvents {
    'list.changed': { deskId: string };
    /** Listings ended: what rested on them is to be looked at again. */
    'designations.ended': ListingFates;
    /** Who was listed is listed again; the listings are those that had ended. */
    'designations.returned': ListingFates;
  }
}

/** What became of listings with an edition, and at whose hands it came in. */
export interface ListingFates {
  readonly deskId: string;
  readonly by: string;
  readonly listings: readonly {
    readonly designationId: string;
    /** Who is listed, by whom, and its reference. */
    readonly subject: string;
    readonly reason: string;
  }[];
}

/** The forms a list of a desk's own can have; an official list has its own key as its format. */
export const ownForms = ['gazette', 'ftm', 'ftm-simple'] as const;
export type OwnForm = (typeof ownForms)[number];

export interface ListRow {
  desk_id: string;
  list_id: string;
  /** The official list's, or the desk's own word. */
  key: string;
  format: string;
  authority: string;
  name: string;
  /** Of a list of the desk's own; null where the official list says it. */
  power: string | null;
  effects: LegalEffect[] | null;
  /** Where it is fetched from; null for the official address. */
  url: string | null;
  /** Whether it is fetched by itself. */
  fetched: boolean;
  every_hours: number;
  /** When it is fetched next, also once because somebody asked. */
  due_at: Date | null;
  /** Fetchings since the last that came. */
  attempts: number;
  checked_at: Date | null;
  /** When the publisher was last seen to hold what is here. */
  seen_at: Date | null;
  etag: string | null;
  last_modified: string | null;
  /** Why the last fetching brought nothing. */
  problem: string | null;
  /** The number of the import whose names were compared with those of other lists last. */
  compared_import: number;
  created_at: Date;
}

export interface ImportRow {
  desk_id: string;
  list_id: string;
  /** Counted per list from 1. */
  number: number;
  /** Null where the edition does not say when it was made. */
  generated_at: Date | null;
  imported_at: Date;
  imported_by: string;
  forced: boolean;
  sha256: string;
  organisations: number;
  persons: number;
  names: number;
  names_alone: number;
  added: number;
  changed: number;
  ended: number;
  unchanged: number;
}

/** How the end of a designation is known. */
export type EndedBy = 'absence' | 'publisher' | 'relisted';

interface DesignationColumns {
  desk_id: string;
  designation_id: string;
  list_id: string;
  reference: string;
  kind: EntityKind;
  name: string;
  list_type: string;
  /** YYYY-MM-DD, as the list says; null where it does not. */
  listed_on: string | null;
  /** From when it counts, where that is not `listed_on`: an edition before did not have it, or none says. */
  begins_on: string | null;
  /** The day it lapses unless renewed. */
  expires_on: string | null;
  /** YYYY-MM-DD; null while listed. A removal seen by its absence has the edition's day. */
  ended_on: string | null;
  ended_by: EndedBy | null;
  /** Null where the list's own hold. */
  effects: LegalEffect[] | null;
  countries: string[];
  birth_years: number[];
  /** The numbers of the first edition that said so, and of the last before it ended. */
  first_import: number;
  last_import: number | null;
  /** SHA-256 over all that the list says of it and how we judge its names. */
  digest: Buffer;
  created_at: Date;
  updated_at: Date;
}

export interface DesignationTable extends DesignationColumns {
  same_as: JSONColumnType<CrossReference[]>;
}

export interface DesignationRow extends DesignationColumns {
  same_as: CrossReference[];
}

export interface NameRow {
  desk_id: string;
  designation_id: string;
  position: number;
  text: string;
  canonical: string;
  kind: NameKind;
  strength: NameStrength;
  /** ISO 15924. */
  script: string;
  alone: boolean;
  suppressed_reason: string | null;
}

/** What an edition said differently of a designation; only what differs is there. */
export interface DesignationChange {
  readonly name?: readonly [before: string, now: string];
  readonly listed_on?: readonly [before: string | null, now: string | null];
  readonly expires_on?: readonly [before: string | null, now: string | null];
  readonly list_type?: readonly [before: string, now: string];
  readonly names_added?: readonly string[];
  readonly names_removed?: readonly string[];
}

export interface ChangeTable {
  desk_id: string;
  designation_id: string;
  /** Of the import. */
  number: number;
  change: JSONColumnType<DesignationChange>;
}

interface LinkColumns {
  desk_id: string;
  link_id: string;
  /** The two in the order of their lists' ids. */
  one_list: string;
  one_reference: string;
  other_list: string;
  other_reference: string;
  state: 'confirmed' | 'proposed' | 'refused';
  score: number;
  proposed_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
  decided_by_id: string | null;
  reason: string | null;
}

export interface LinkTable extends LinkColumns {
  because: JSONColumnType<NameComparison>;
}

export interface LinkRow extends LinkColumns {
  because: NameComparison;
}

export interface DifferentPersonRow {
  desk_id: string;
  review_id: string;
  subject: 'account' | 'name';
  value: string;
  /** Under which it is found again. */
  canonical: string;
  list_id: string;
  reference: string;
  listed_name: string;
  reason: string;
  by: string;
  by_id: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  ended_by: string | null;
}
