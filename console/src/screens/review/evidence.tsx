import type { CaseView } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import type { NumberedSignal } from './marked-text.tsx';
import { PostedItem } from './posted-item.tsx';
import { SignalList } from './signal-list.tsx';
import styles from './review.module.css';

const firstFew = 3;

/** What was posted and why it is here. */
export function Evidence({ view }: { view: Pick<CaseView, 'case' | 'items' | 'signals'> }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const records = useQuery({
    queryKey: ['cases', 'track-records', view.case.case_id, view.signals.length],
    queryFn: ({ signal }) =>
      desk.trackRecordsOfCase({ params: { case_id: view.case.case_id }, signal }),
    enabled: view.signals.some((signal) => signal.entry_status !== null),
  });
  const numbered = view.signals.map((signal, index): NumberedSignal => ({
    number: index + 1,
    signal,
  }));
  const signalsOf = (ids: readonly { signal_id: string }[]) =>
    numbered.filter((_signal, at) =>
      ids.some((one) => one.signal_id === view.signals[at]?.signal_id),
    );
  const items = all ? view.items : view.items.slice(0, firstFew);
  return (
    <>
      <Panel title={_('What was posted')}>
        {view.items.length === 0 && (
          <p className={styles.soft}>
            {_('Nothing of it is kept any more. Its retention date has passed.')}
          </p>
        )}
        {items.map((item) => (
          <PostedItem key={item.item_id} item={item} signals={signalsOf(item.signals)} />
        ))}
        {view.items.length > firstFew && !all && (
          <div>
            <Button small icon="down" onPress={() => setAll(true)}>
              {_('Show all {count} items', { count: number(view.items.length) })}
            </Button>
          </div>
        )}
      </Panel>
      <Panel title={_('Signals')} lead={_('Why this is here. A signal is a reason to look.')}>
        <SignalList signals={numbered} records={records.data?.data ?? []} />
      </Panel>
    </>
  );
}
