import { useLingui } from '@lingui/react';
import type { LookupMatch, TrackRecord } from '@commonweal/contract';
import { Badge } from '../../design/badge.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Sentences } from '../../i18n/sentence.tsx';
import { reporterNames, sentencesOf } from '../../words/reasons.ts';
import { entryStatusWords, trackRecordWords } from '../../words/entries.ts';
import { signalNames, strengthNames } from '../../words/signals.ts';
import styles from './review.module.css';

interface SignalViewProps {
  /** The number it is shown under. */
  order: number;
  signal: LookupMatch;
  /** When it was raised; of what was only looked up there is no such time. */
  at?: string;
  /** The bank of the entry behind it, to be opened; null where that is not known, or not the reader's. */
  bankId: string | null;
  /** How the entry behind it did before, when that is known. */
  record: TrackRecord | undefined;
}

/** One reason to look, in its own sentence, with who says so. */
export function SignalView({ order, signal, at, bankId, record }: SignalViewProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  return (
    <li className={styles.signal}>
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
        <Before record={record} />
        <p className={styles.soft}>
          {_('Source:')} <Source name={signal.source} />
          {at !== undefined && (
            <>
              {' '}
              · <RelativeTime at={at} />
            </>
          )}
          {bankId !== null && (
            <>
              {' '}
              · <a href={`/banks/${bankId}`}>{_('Open the bank')}</a>
            </>
          )}
        </p>
        {isWeak(signal) && (
          <p className={styles.soft}>
            {_('It is a reason to look, and never enough by itself to act.')}
          </p>
        )}
      </div>
    </li>
  );
}

/** How the entry stands now, which may be otherwise than when it matched. */
function Standing({ signal }: Pick<SignalViewProps, 'signal'>) {
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
function isWeak({ strength, disputed, confirmed, entry_status }: LookupMatch): boolean {
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
function Reason({ signal }: Pick<SignalViewProps, 'signal'>) {
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
