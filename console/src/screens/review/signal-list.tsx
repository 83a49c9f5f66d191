import { useLingui } from '@lingui/react';
import type { TrackRecord } from '@commonweal/contract';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useMay } from '../office/use-may.ts';
import type { NumberedSignal } from './marked-text.tsx';
import styles from './review.module.css';
import { SignalView } from './signal-view.tsx';

/** So many at first: more than a person weighs at once. */
const firstFew = 8;

interface SignalListProps {
  signals: readonly NumberedSignal[];
  /** How the entries behind them did before, as far as that is known yet. */
  records: readonly TrackRecord[];
}

/** Every reason to look, each in its own sentence, with who says so. */
export function SignalList({ signals, records }: SignalListProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const [all, setAll] = useState(false);
  if (signals.length === 0) return <p className={styles.soft}>{_('No signal is left here.')}</p>;
  const shown = all ? signals : signals.slice(0, firstFew);
  return (
    <>
      <ol className={styles.signals}>
        {shown.map(({ number: order, signal }) => (
          <SignalView
            key={order}
            order={order}
            signal={signal}
            {...(signal.at === undefined ? {} : { at: signal.at })}
            bankId={may('readBank') ? (signal.bank_id ?? null) : null}
            record={records.find((record) => record.bank_entry_id === signal.reference_id)}
          />
        ))}
      </ol>
      {signals.length > firstFew && (
        <div>
          <Button small icon={all ? 'up' : 'down'} onPress={() => setAll(!all)}>
            {all
              ? _('Show fewer')
              : _('Show all {count} signals', { count: number(signals.length) })}
          </Button>
        </div>
      )}
    </>
  );
}
