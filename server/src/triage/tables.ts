import type { Rule } from '@commonweal/contract';

export interface RuleRow extends Omit<Rule, 'matched' | 'updated_at'> {
  desk_id: string;
  position: number;
  updated_at: Date;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    triage_rule: RuleRow;
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
