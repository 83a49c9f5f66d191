import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { problemOf } from '../../design/problem-of.ts';

interface LinkRefusedProps {
  title: string;
  /** What to do when the link was spent, replaced or is over. */
  over: string;
  error: unknown;
}

/** Why a one-time link leads no further, or that the server could not be asked. */
export function LinkRefused({ title, over, error }: LinkRefusedProps) {
  const { _ } = useLingui();
  return (
    <Callout tone="error" live title={title}>
      <p>
        {problemOf(error)?.status === 410
          ? over
          : _('The server could not be reached. Nothing was lost: load this page again.')}
      </p>
      <p>
        <a href="/sign-in">{_('Sign in')}</a>
      </p>
    </Callout>
  );
}
