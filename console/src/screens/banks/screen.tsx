import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { useMay } from '../office/use-may.ts';
import { usePaging } from '../office/use-paging.ts';
import { bankKindWords } from './kinds.ts';
import { NewBank } from './new-bank.tsx';
import { OnBadge } from './on-badge.tsx';

/** The desk's banks: lists of known things to match against. */
export function Screen() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const { rows, pager, isWhole } = usePaging(['banks'], (page, signal) =>
    desk.listBanks({ query: page, signal }),
  );
  const make = may('createBank') && (
    <Button kind="primary" icon="books" onPress={() => setMaking(true)}>
      {_('Make a bank')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={_('Banks')}
        lead={_('Known files, links and phrases. What matches is looked at by a person.')}
        actions={make}
      />
      {rows === null ? (
        <Loading />
      ) : (
        <Table
          caption={_('Banks of this desk')}
          rows={rows}
          rowKey={(bank) => bank.bank_id}
          rowHref={(bank) => `/banks/${bank.bank_id}`}
          empty={
            <EmptyState title={_('No bank yet')} icon="books" actions={make}>
              <p>{_('Without banks, only reports and listed names raise signals.')}</p>
            </EmptyState>
          }
          columns={[
            { id: 'name', label: _('Name'), render: (bank) => <bdi>{bank.name}</bdi> },
            {
              id: 'kind',
              label: _('Holds'),
              render: (bank) => <Badge icon="books">{_(bankKindWords[bank.kind].label)}</Badge>,
            },
            { id: 'on', label: _('State'), render: (bank) => <OnBadge bank={bank} /> },
            {
              id: 'entries',
              label: _('Entries'),
              numeric: true,
              render: (bank) => number(bank.entries),
            },
            { id: 'source', label: _('Source'), render: (bank) => <bdi>{bank.source}</bdi> },
            {
              id: 'made',
              label: _('Made'),
              render: (bank) => <RelativeTime at={bank.created_at} />,
            },
          ]}
        />
      )}
      {!isWhole && <Pager {...pager} />}
      {making && <NewBank onClose={() => setMaking(false)} />}
    </>
  );
}
