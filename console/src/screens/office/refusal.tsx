import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { problemOf } from '../../design/problem.ts';

export interface RefusalProps {
  /** What was thrown; nothing is shown without. */
  error: unknown;
  /** Names of fields by pointer. */
  fields?: Readonly<Record<string, string>>;
  /** Reads again what somebody else changed. */
  onReload?: () => void;
  /** What stands there now, beside what was typed. */
  now?: ReactNode;
  /** Off where a refusal comes while somebody is still typing. */
  takesFocus?: boolean;
}

/** Why an act was not done: a refusal, somebody else's change, or no connection. */
export function Refusal({ error, fields = {}, onReload, now, takesFocus = true }: RefusalProps) {
  const { _ } = useLingui();
  if (!error) return null;
  const problem = problemOf(error);
  if (problem?.type.endsWith(':stale-version') && onReload)
    return (
      <Callout
        live
        tone="warning"
        title={_('Somebody changed this in the meantime')}
        actions={
          <Button small onPress={onReload}>
            {_('Read it again')}
          </Button>
        }
      >
        <p>{_('Nothing was saved, and what you typed is still here. Read it again, then save.')}</p>
        {now}
      </Callout>
    );
  if (problem) return <ErrorSummary problem={problem} fields={fields} takesFocus={takesFocus} />;
  return (
    <Callout live tone="error" title={_('The desk could not be reached')}>
      <p>{_('Nothing was changed, and what you typed is still here. Try again.')}</p>
    </Callout>
  );
}
