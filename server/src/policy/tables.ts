import type { HarmCategory, MeasureKind } from '@commonweal/law';

declare module '../platform/database/tables.ts' {
  interface Tables {
    policy_version: VersionRow;
    policy_clause: ClauseRow;
  }
}

export interface VersionRow {
  desk_id: string;
  policy_version_id: string;
  state: 'draft' | 'published';
  /** From 1, one more with each change of the draft. */
  revision: number;
  number: number | null;
  title: string;
  language: string;
  definition: string;
  created_at: Date;
  published_at: Date | null;
  published_by: string | null;
  in_force_from: Date | null;
}

export interface ClauseRow {
  desk_id: string;
  policy_version_id: string;
  key: string;
  state: 'draft' | 'published';
  position: number;
  title: string;
  text: string;
  not_covered: string;
  harm_categories: HarmCategory[];
  measures: MeasureKind[];
}
