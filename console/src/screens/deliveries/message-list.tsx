import { deliveryStates as states } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { Select } from '../../design/select.tsx';
import { desk } from '../../desk.ts';
import { given } from '../office/given.ts';
import { Filters, Stack } from '../office/layout.tsx';
import { useMay } from '../office/use-may.ts';
import { usePaging } from '../office/use-paging.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { DeliveryTable } from './delivery-table.tsx';
import { deliveryStates } from './states.ts';

/** Messages, renewed every few seconds while one is on its way. */
export function MessageList() {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const state = oneOfWords(words['state'], states) ?? undefined;
  const { rows, pager, isWhole } = usePaging(
    ['deliveries', state ?? 'all'],
    (page, signal) => desk.listDeliveries({ query: { ...page, ...given({ state }) }, signal }),
    { refetchInterval: 10_000 },
  );
  return (
    <Stack>
      {state !== 'dead' && <DeadOnes onShow={() => change({ state: 'dead' })} />}
      <Filters>
        <Select
          label={_('State')}
          value={state ?? 'all'}
          onChange={(chosen) => change({ state: chosen === 'all' ? null : chosen })}
          options={[
            { id: 'all', label: _('All') },
            ...states.map((id) => ({ id, label: _(deliveryStates[id].label) })),
          ]}
        />
      </Filters>
      {rows === null ? (
        <Loading />
      ) : (
        <DeliveryTable deliveries={rows} empty={<Nothing filtered={state !== undefined} />} />
      )}
      {!isWhole && <Pager {...pager} />}
    </Stack>
  );
}

function DeadOnes({ onShow }: { onShow: () => void }) {
  const { _ } = useLingui();
  const dead = useQuery({
    queryKey: ['deliveries', 'any-dead'],
    queryFn: ({ signal }) => desk.listDeliveries({ query: { state: 'dead', limit: 1 }, signal }),
  });
  if (!dead.data?.data.length) return null;
  return (
    <Callout
      tone="warning"
      title={_('Some messages were given up')}
      actions={
        <Button small onPress={onShow}>
          {_('Show them')}
        </Button>
      }
    >
      <p>
        {_(
          'The platform did not take them after many tries, so what was decided has not happened there. Put the endpoint right, then send them again.',
        )}
      </p>
    </Callout>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { _ } = useLingui();
  const may = useMay();
  if (filtered) return <EmptyState title={_('No message is in this state')} icon="outbox" />;
  return (
    <EmptyState
      title={_('Nothing was sent yet')}
      icon="outbox"
      actions={
        may('createEndpoint') && (
          <LinkButton href="/endpoints">{_('Platform endpoints')}</LinkButton>
        )
      }
    >
      <p>{_('A decision with a measure writes a message here, for every endpoint in use.')}</p>
    </EmptyState>
  );
}
