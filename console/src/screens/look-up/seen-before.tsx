import type { LookupReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';

type Seen = NonNullable<LookupReply['seen']>;

/** The latest items that had the very same file, and the case each is in. */
export function SeenBefore({ items }: { items: Seen }) {
  const { _ } = useLingui();
  if (items.length === 0)
    return (
      <p>
        {_(
          'No item that is still here had this very file. A copy that differs in one bit is not counted.',
        )}
      </p>
    );
  return (
    <Table
      caption={_('The latest, newest first')}
      rows={items}
      rowKey={(item) => item.item_id}
      columns={[
        {
          id: 'item',
          label: _('The platform’s id'),
          render: (item) => <bdi>{item.external_id}</bdi>,
        },
        {
          id: 'at',
          label: _('Handed in'),
          render: (item) => <RelativeTime at={item.received_at} />,
        },
        {
          id: 'case',
          label: _('Case'),
          render: (item) =>
            item.case_id === null ? (
              '—'
            ) : (
              <a href={`/cases/${item.case_id}`}>{_('Open the case')}</a>
            ),
        },
      ]}
    />
  );
}
