import type { Problem } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import { FaultDetail, ProblemDetail, ProblemTitle } from './problem-words.tsx';
import styles from './callout.module.css';

export interface ErrorSummaryProps {
  problem: Problem | null | undefined;
  /** Names of fields by pointer, so that the summary speaks of "Name" and not of `/person/name`. */
  fields?: Readonly<Record<string, string>>;
  /** Off where it stands on the page from the start. */
  takesFocus?: boolean;
}

/**
 * Says at the head of a form why it was not accepted, field by field, and takes focus.
 * Shows an RFC 9457 problem in the reader's language, as far as there are words for it.
 */
export function ErrorSummary({ problem, fields = {}, takesFocus = true }: ErrorSummaryProps) {
  const { _ } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem && takesFocus) box.current?.focus();
  }, [problem, takesFocus]);
  if (!problem) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={`${styles.callout} ${styles.error}`}>
      <Icon name="stop" className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.title}>
          <ProblemTitle problem={problem} />
        </p>
        {problem.detail && (
          <p>
            <ProblemDetail problem={problem} />
          </p>
        )}
        {problem.errors && problem.errors.length > 0 && (
          <ul className={styles.faults} aria-label={_('What to put right')}>
            {problem.errors.map((error) => (
              <li key={error.pointer + error.detail}>
                <strong>{fields[error.pointer] ?? <code dir="ltr">{error.pointer}</code>}</strong>{' '}
                <FaultDetail fault={error} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
