import { useLingui } from '@lingui/react';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { desk } from '../../desk.ts';
import { Stack } from '../office/layout.tsx';
import { usePaging } from '../office/use-paging.ts';
import { ProposalCard } from './proposal-card.tsx';

/** Listings of two lists that may be of one entity, for people to say. */
export function Links() {
  const { _ } = useLingui();
  const { rows, pager, isWhole } = usePaging(['designations', 'links'], (page, signal) =>
    desk.listLinks({ query: page, signal }),
  );
  if (rows === null) return <Loading />;
  return (
    <Stack>
      <p>
        {_(
          'Publishers rarely say who of another list is the same. These names are very like; only a person joins them.',
        )}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={_('Nothing to compare')}>
          <p>{_('Names are compared within minutes after a list was taken in.')}</p>
        </EmptyState>
      ) : (
        rows.map((proposal) => <ProposalCard key={proposal.link_id} proposal={proposal} />)
      )}
      {!isWhole && <Pager {...pager} />}
    </Stack>
  );
}
