import type { EntityKind, NameKind, NameStrength } from '@commonweal/designations';

declare module '../platform/database/tables.ts' {
  interface Tables {
    designation_list: ListRow;
    designation_import: ImportRow;
    designation: DesignationRow;
    designation_name: NameRow;
  }
}

export type ListFormat = 'un';

export interface ListRow {
  desk_id: string;
  list_id: string;
  format: ListFormat;
  authority: string;
  name: string;
  created_at: Date;
}

export interface ImportRow {
  desk_id: string;
  list_id: string;
  /** Counted per list from 1. */
  number: number;
  generated_at: Date;
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

export interface DesignationRow {
  desk_id: string;
  designation_id: string;
  list_id: string;
  reference: string;
  kind: EntityKind;
  name: string;
  list_type: string;
  /** YYYY-MM-DD. */
  listed_on: string;
  /** YYYY-MM-DD; null while listed. A removal is seen by its absence, so this is the edition's day. */
  ended_on: string | null;
  /** SHA-256 over all that the list says of it and how we judge its names. */
  digest: Buffer;
  created_at: Date;
  updated_at: Date;
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
