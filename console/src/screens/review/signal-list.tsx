import { useLingui } from '@lingui/react';
import type { Signal, TrackRecord } from '@commonweal/contract';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Sentences } from '../../i18n/sentence.tsx';
import { reporterNames, sentencesOf } from '../../words/reasons.ts';
import { entryStatusWords, trackRecordWords } from '../../words/entries.ts';
import { signalNames, strengthNames } from '../../words/signals.ts';
import type { NumberedSignal } from './marked-text.tsx';
import styles from './review.module.css';

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
                <Standing signal={signal} />
                {signal.severity !== null && (
                  <Badge>{_('Severity {level}', { level: number(signal.severity) })}</Badge>
                )}
              </div>
              <Reason signal={signal} />
              <Before
                record={records.find((record) => record.bank_entry_id === signal.reference_id)}
              />
              <p className={styles.soft}>
                {_('Source:')} <Source name={signal.source} /> · <RelativeTime at={signal.at} />
              </p>
              {isWeak(signal) && (
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

/** How the entry stands now, which may be otherwise than when it matched. */
function Standing({ signal }: Pick<NumberedSignal, 'signal'>) {
  const { _ } = useLingui();
  const { entry_status: status } = signal;
  return (
    <>
      {status === null
        ? signal.disputed && <Badge tone="warn">{_('Disputed')}</Badge>
        : status !== 'active' && (
            <Badge tone={status === 'withdrawn' ? 'danger' : 'warn'}>
              {_(entryStatusWords[status].label)}
            </Badge>
          )}
      {!signal.confirmed && <Badge tone="warn">{_('Not confirmed')}</Badge>}
    </>
  );
}

/** What never acts by itself. */
function isWeak({ strength, disputed, confirmed, entry_status }: Signal): boolean {
  const isDoubted = entry_status === null ? disputed : entry_status !== 'active';
  return strength === 'name_only' || isDoubted || !confirmed;
}

/** How the entry did before. */
function Before({ record }: { record: TrackRecord | undefined }) {
  const { _ } = useLingui();
  if (record === undefined) return null;
  return <p className={styles.soft}>{trackRecordWords(_, record)}</p>;
}

/** Why there is a signal. Signals of long ago have the server's English sentence alone. */
function Reason({ signal }: Pick<NumberedSignal, 'signal'>) {
  const sentences = signal.because && sentencesOf(signal.because);
  if (sentences === null)
    return (
      <p lang="en" dir="ltr">
        {signal.explanation}
      </p>
    );
  return (
    <p>
      <Sentences sentences={sentences} />
    </p>
  );
}

/** Who says so: a name as it is, or whoever the server knows by their kind alone. */
function Source({ name }: { name: string }) {
  const { _ } = useLingui();
  const kind = reporterNames[name];
  return kind === undefined ? <bdi>{name}</bdi> : <span>{_(kind)}</span>;
}
