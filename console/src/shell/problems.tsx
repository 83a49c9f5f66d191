import { useLingui } from '@lingui/react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { LinkButton } from '../design/link-button.tsx';
import { ProblemScreen } from '../design/problem-screen.tsx';

/** No such address. */
export function NotFound() {
  const { _ } = useLingui();
  return (
    <ProblemScreen title={_('There is nothing at this address')}>
      <p>{_('It may have been mistyped, or what was here may have reached its retention date.')}</p>
      <div>
        <LinkButton href="/">{_('To the first page')}</LinkButton>
      </div>
    </ProblemScreen>
  );
}

/** A screen that failed; the frame around it stays. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary();
  return (
    <ProblemScreen
      error={error}
      onRetry={() => {
        queries.reset();
        reset();
      }}
    />
  );
}
