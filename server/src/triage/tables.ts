import type { Rule } from '@commonweal/contract';

export interface RuleRow extends Omit<Rule, 'matched' | 'updated_at' | 'removed_at'> {
  desk_id: string;
  /** In the order they are asked, gaps allowed; null once removed. */
  position: number | null;
  updated_at: Date;
  removed_at: Date | null;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    triage_rule: RuleRow;
    triage_order: { desk_id: string; revision: number };
    triage_placement: {
      desk_id: string;
      placement_id: string;
      rule_id: string;
      item_id: string;
      shadow: boolean;
      at: Date;
    };
  }
}
