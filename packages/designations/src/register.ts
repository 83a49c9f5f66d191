/**
 * The register: who is listed, by whom, since when, under which names. The listing, names, countries
 * and years of birth only: no documents, addresses, places or days of birth, national identifiers or
 * comments are kept, because telling people apart needs no more.
 */

export type EntityKind = 'organisation' | 'person';

/** How the publisher rates a name. `unstated` is not `strong`: some publishers rate nothing. */
export type NameStrength = 'strong' | 'weak' | 'unstated';

export type NameKind = 'primary' | 'alias' | 'former' | 'original_script';

export interface ListedName {
  /** As published, without notes, quotation marks or personal details. */
  readonly text: string;
  readonly kind: NameKind;
  readonly strength: NameStrength;
  /** ISO 15924 code of the script most of its letters are in, or "Zyyy" when none is known. */
  readonly script: string;
}

/** What being listed means in law. Being proscribed is not the same as having one's assets frozen. */
export type LegalEffect =
  | 'proscription'
  | 'asset_freeze'
  | 'travel_ban'
  | 'arms_embargo'
  | 'financial_services_ban'
  | 'other';

/** The same entity on another list, as the publisher itself says. */
export interface CrossReference {
  readonly authority: string;
  readonly reference: string;
}

export interface ListedEntity {
  /** The publisher's permanent reference, unique within the list; or one made of its name where it has none. */
  readonly reference: string;
  readonly kind: EntityKind;
  readonly names: readonly ListedName[];
  /** ISO 8601 days. Null where the list does not say since when. */
  readonly listedOn: string | null;
  /** The day it ended, where the list itself prints ended listings. */
  readonly endedOn?: string;
  /** The day it lapses unless renewed, where the list prints one. */
  readonly expiresOn?: string;
  readonly updatedOn: string | null;
  /** The power or regime it is listed under, in the publisher's word. */
  readonly listType: string;
  /** Where they differ from the list's own. */
  readonly effects?: readonly LegalEffect[];
  readonly nationalities?: readonly string[];
  /** Years only, to tell people of one name apart. */
  readonly birthYears?: readonly number[];
  readonly sameAs?: readonly CrossReference[];
}

/** One edition of one authority's list, read whole. */
export interface ListImport {
  readonly authority: string;
  readonly listName: string;
  /** When the publisher made this edition (ISO 8601); null where the file does not say. */
  readonly generatedAt: string | null;
  /** SHA-256 of the file read, lower-case hexadecimal. */
  readonly sha256: string;
  /** What is in force. */
  readonly entries: readonly ListedEntity[];
  /** What the list prints as ended; each has `endedOn`. */
  readonly past: readonly ListedEntity[];
}

/** How much an edition holds, for the guard against damaged editions. */
export interface ListCounts {
  readonly organisations: number;
  readonly persons: number;
}

/** Counts the entries of an edition by kind. */
export function countsOf(list: ListImport): ListCounts {
  const organisations = list.entries.filter(({ kind }) => kind === 'organisation').length;
  return { organisations, persons: list.entries.length - organisations };
}
