import type { Rule } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { useFormats } from '../../i18n/format.ts';
import styles from './rules.module.css';

/** Rules that are asked no more, for those who read a case that one of them placed. */
export function RemovedRules({ rules }: { rules: readonly Rule[] }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  if (rules.length === 0) return null;
  return (
    <details className={styles.help}>
      <summary>{_('Removed rules ({count})', { count: number(rules.length) })}</summary>
      <div>
        <Table
          caption={_('Removed rules')}
          rows={rules}
          rowKey={(rule) => rule.rule_id}
          rowHref={(rule) => `/rules/${rule.rule_id}`}
          columns={[
            { id: 'name', label: _('Rule'), render: (rule) => <bdi>{rule.name}</bdi> },
            {
              id: 'matched',
              label: _('Cases'),
              numeric: true,
              render: (rule) => number(rule.matched),
            },
            { id: 'by', label: _('Removed by'), render: (rule) => <bdi>{rule.removed_by}</bdi> },
            {
              id: 'at',
              label: _('Removed'),
              render: (rule) => rule.removed_at && <RelativeTime at={rule.removed_at} />,
            },
          ]}
        />
      </div>
    </details>
  );
}
