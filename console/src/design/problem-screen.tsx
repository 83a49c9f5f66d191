import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { PageHeader } from './page-header.tsx';
import { titleOf } from '../words/problems.ts';
import { ProblemDetail } from './problem-words.tsx';
import { problemOf } from './problem-of.ts';
import styles from './problem-screen.module.css';

export interface ProblemScreenProps {
  title?: string;
  /** What was thrown; a problem of the server is shown by its code. */
  error?: unknown;
  children?: ReactNode;
  onRetry?: () => void;
}

/** A whole screen that cannot be shown: what happened, and what one can do. */
export function ProblemScreen({ title, error, children, onRetry }: ProblemScreenProps) {
  const { _ } = useLingui();
  const problem = problemOf(error);
  const known = problem && titleOf(problem);
  const unreached = error instanceof Error && error.name === 'ConnectionProblem';
  const failed = unreached
    ? _('The desk could not be reached')
    : _('This screen could not be shown');
  const fallback =
    error === undefined
      ? null
      : _('Nothing was lost. Try again; if it stays, tell your administrator.');
  return (
    <div className={styles.screen} role={error === undefined ? undefined : 'alert'}>
      <PageHeader title={title ?? (known ? _(known) : (problem?.title ?? failed))} />
      <p>{problem?.detail ? <ProblemDetail problem={problem} /> : fallback}</p>
      {children}
      {problem && (
        <p className={styles.code}>
          <code dir="ltr">
            {problem.status} {problem.type}
          </code>
        </p>
      )}
      {!problem && error instanceof Error && (
        <p className={styles.code}>
          <code dir="ltr">{error.message}</code>
        </p>
      )}
      {onRetry && (
        <div>
          <Button kind="primary" onPress={onRetry}>
            {_('Try again')}
          </Button>
        </div>
      )}
    </div>
  );
}
