import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { classes } from './classes.ts';
import styles from './states.module.css';

export interface LoadingProps {
  /** What is on its way: "Loading the queue". */
  label?: string;
  lines?: number;
}

/** Something is on its way. Drawn, and said, only when it takes longer than a blink (300 ms). */
export function Loading({ label, lines = 4 }: LoadingProps) {
  const { _ } = useLingui();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output className={classes(styles.loading, late && styles.late)}>
      <span className={styles.spoken}>{late ? (label ?? _('Loading…')) : ''}</span>
      {late &&
        Array.from({ length: lines }, (_line, index) => (
          // Lines have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={styles.line} />
        ))}
    </output>
  );
}
