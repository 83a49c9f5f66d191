import type { ReactNode } from 'react';
import { useFormats } from '../i18n/format.ts';
import { Icon, type IconName } from './icon.tsx';
import { RelativeTime } from './relative-time.tsx';
import styles from './timeline.module.css';

export interface TimelineEntry {
  id: string;
  /** ISO 8601: a moment, or a day of the calendar. */
  at: string;
  /** What happened, as a sentence. */
  what: ReactNode;
  /** Who did it; a rule and a person are told apart in words. */
  who?: ReactNode;
  /** Reasons, notes, evidence. */
  children?: ReactNode;
  icon?: IconName;
}

function When({ at }: { at: string }) {
  const { calendarDay } = useFormats();
  return at.length > 10 ? <RelativeTime at={at} /> : <time dateTime={at}>{calendarDay(at)}</time>;
}

/** What happened, in order. Nothing is ever taken out of it. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <span className={styles.mark}>
            <Icon name={entry.icon ?? 'dot'} />
          </span>
          <div className={styles.words}>
            <p>{entry.what}</p>
            <p className={styles.meta}>
              {entry.who && <span>{entry.who}</span>}
              <When at={entry.at} />
            </p>
            {entry.children && <div className={styles.note}>{entry.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
