import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { useFormats } from '../../i18n/format.ts';
import { signalNames, strengthNames } from '../../words/signals.ts';
import type { NumberedSignal } from './marked-text.tsx';
import styles from './review.module.css';

/** So many at first: more than a person weighs at once. */
const firstFew = 8;

/** Every reason to look, each in its own sentence, with who says so. */
export function SignalList({ signals }: { signals: readonly NumberedSignal[] }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  if (signals.length === 0) return <p className={styles.soft}>{_('No signal is left here.')}</p>;
  const shown = all ? signals : signals.slice(0, firstFew);
  return (
    <>
      <ol className={styles.signals}>
        {shown.map(({ number: order, signal }) => (
          <li key={signal.signal_id} className={styles.signal}>
            <span className={styles.signalNumber}>{number(order)}</span>
            <div className={styles.signalBody}>
              <div className={styles.badges}>
                <strong>{_(signalNames[signal.kind])}</strong>
                {signal.strength === 'name_only' && (
                  <Badge tone="warn">{_(strengthNames.name_only)}</Badge>
                )}
                {signal.disputed && <Badge tone="warn">{_('Disputed')}</Badge>}
                {signal.severity !== null && (
                  <Badge>{_('Severity {level}', { level: number(signal.severity) })}</Badge>
                )}
              </div>
              {/* The sentence is the server's; it quotes what was posted. */}
              <p dir="auto">{signal.explanation}</p>
              <p className={styles.soft}>
                {_('Source:')} <bdi>{signal.source}</bdi> · <RelativeTime at={signal.at} />
              </p>
              {(signal.disputed || signal.strength === 'name_only') && (
                <p className={styles.soft}>
                  {_('It is a reason to look, and never enough by itself to act.')}
                </p>
              )}
            </div>
          </li>
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
