import type { Bank } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../design/loading.tsx';
import { Panel } from '../../design/panel.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { desk } from '../../desk.ts';

/** When the bank was made, and switched on and off, by whom and why. */
export function BankHistory({ bank }: { bank: Bank }) {
  const { _ } = useLingui();
  const { data } = useQuery({
    queryKey: ['banks', bank.bank_id, 'history'],
    queryFn: ({ signal }) => desk.readBankHistory({ params: { bank_id: bank.bank_id }, signal }),
  });
  const told = (change: string, to: string | null) => {
    if (change === 'made') return to === 'on' ? _('Made, switched on') : _('Made, switched off');
    return to === 'on' ? _('Switched on') : _('Switched off');
  };
  return (
    <Panel title={_('History of the bank')}>
      {data === undefined ? (
        <Loading />
      ) : (
        <Timeline
          label={_('History of the bank')}
          entries={data.data.map(({ at, by, change, to, reason }, index) => ({
            id: String(index),
            at,
            what: told(change, to),
            who: <bdi>{by}</bdi>,
            ...(reason === '' ? {} : { children: <bdi>{reason}</bdi> }),
          }))}
        />
      )}
    </Panel>
  );
}
