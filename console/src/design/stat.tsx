import type { ReactNode } from 'react';
import styles from './small.module.css';

export interface StatProps {
  label: string;
  /** Already written in the reader's language (`useFormats`). */
  value: ReactNode;
  /** What it is measured against, or over which time. */
  note?: ReactNode;
}

/** One figure and what it means. Several stand in a StatRow. */
export function Stat({ label, value, note }: StatProps) {
  return (
    <div className={styles.stat}>
      <dt className={styles.statLabel}>{label}</dt>
      <dd className={styles.statValue}>{value}</dd>
      {note && <dd className={styles.statNote}>{note}</dd>}
    </div>
  );
}

/** Figures side by side, ruled like a ledger's columns. */
export function StatRow({ children }: { children: ReactNode }) {
  return <dl className={styles.statRow}>{children}</dl>;
}
