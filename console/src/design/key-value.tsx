import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import styles from './small.module.css';

export interface KeyValueProps {
  entries: readonly { label: string; value: ReactNode }[];
}

/** Facts, each with its name. A value of null or undefined is shown as "Unknown", never as nothing. */
export function KeyValue({ entries }: KeyValueProps) {
  const { _ } = useLingui();
  return (
    <dl className={styles.facts}>
      {entries.map((entry) => (
        <div key={entry.label} className={styles.fact}>
          <dt>{entry.label}</dt>
          <dd>{entry.value ?? <span className={styles.unknown}>{_('Unknown')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
