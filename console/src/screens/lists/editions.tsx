import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { usePaging } from '../office/use-paging.ts';

/** The editions of a list that were taken in, newest first. */
export function Editions({ listKey }: { listKey: string }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const { rows, pager, isWhole } = usePaging(['lists', 'editions', listKey], (page, signal) =>
    desk.listEditions({ params: { list_key: listKey }, query: page, signal }),
  );
  if (rows === null) return <Loading />;
  return (
    <>
      <Table
        caption={_('Editions')}
        rows={rows}
        rowKey={(row) => String(row.number)}
        columns={[
          {
            id: 'of',
            label: _('Edition of'),
            render: (row) => <RelativeTime absolute at={row.generated_at ?? row.imported_at} />,
          },
          {
            id: 'by',
            label: _('Taken in'),
            render: (row) => (
              <>
                <RelativeTime at={row.imported_at} />,{' '}
                {row.imported_by === 'fetched' ? _('fetched') : <bdi>{row.imported_by}</bdi>}{' '}
                {row.forced && <Badge tone="warn">{_('although it shrank or was older')}</Badge>}
              </>
            ),
          },
          {
            id: 'all',
            label: _('Designations'),
            numeric: true,
            render: (row) => number(row.entities),
          },
          { id: 'new', label: _('New'), numeric: true, render: (row) => number(row.added) },
          {
            id: 'changed',
            label: _('Changed'),
            numeric: true,
            render: (row) => number(row.changed),
          },
          { id: 'ended', label: _('Ended'), numeric: true, render: (row) => number(row.ended) },
        ]}
      />
      {!isWhole && <Pager {...pager} />}
    </>
  );
}
