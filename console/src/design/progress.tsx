import { ProgressBar, Label } from 'react-aria-components';
import styles from './progress.module.css';

interface ProgressProps {
  label: string;
  /** 0 to 1; null while nobody knows how long. */
  share: number | null;
}

/** How far something has come. */
export function Progress({ label, share }: ProgressProps) {
  return (
    <ProgressBar
      value={(share ?? 0) * 100}
      isIndeterminate={share === null}
      className={styles.progress ?? ''}
    >
      {({ percentage, valueText }) => (
        <>
          <Label>{label}</Label>
          {share !== null && <span className={styles.value}>{valueText}</span>}
          <div className={styles.track}>
            <div
              className={share === null ? styles.waiting : styles.bar}
              style={share === null ? {} : { inlineSize: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
