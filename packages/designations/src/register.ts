/**
 * The register: who is listed, by whom, since when, under which names. Names and the listing only:
 * no documents, addresses, dates or places of birth, national identifiers or comments are kept,
 * because a name is compared by its name and nothing else.
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

export interface ListedEntity {
  /** The publisher's permanent reference, unique within the list. */
  readonly reference: string;
  readonly kind: EntityKind;
  readonly names: readonly ListedName[];
  /** ISO 8601 dates. */
  readonly listedOn: string;
  readonly updatedOn: string | null;
  /** The power or regime it is listed under, in the publisher's word. */
  readonly listType: string;
  readonly nationalities?: readonly string[];
}

/** One edition of one authority's list, read whole. */
export interface ListImport {
  readonly authority: string;
  readonly listName: string;
  /** When the publisher made this edition (ISO 8601). */
  readonly generatedAt: string;
  /** SHA-256 of the file read, lower-case hexadecimal. */
  readonly sha256?: string;
  readonly entries: readonly ListedEntity[];
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
