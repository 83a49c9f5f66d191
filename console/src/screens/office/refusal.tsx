import { useLingui } from '@lingui/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { problemOf } from '../../design/problem-of.ts';

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

/** Why an act was not done: a refusal, somebody else's change, or no connection. It takes focus, to be seen. */
export function Refusal({ error, fields = {}, onReload, now, takesFocus = true }: RefusalProps) {
  const { _ } = useLingui();
  if (!error) return null;
  const problem = problemOf(error);
  if (problem?.type.endsWith(':stale-version') && onReload)
    return (
      <Seen>
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
          <p>
            {_('Nothing was saved, and what you typed is still here. Read it again, then save.')}
          </p>
          {now}
        </Callout>
      </Seen>
    );
  if (problem) return <ErrorSummary problem={problem} fields={fields} takesFocus={takesFocus} />;
  return (
    <Seen takesFocus={takesFocus}>
      <Callout live tone="error" title={_('The desk could not be reached')}>
        <p>{_('Nothing was changed, and what you typed is still here. Try again.')}</p>
      </Callout>
    </Seen>
  );
}

interface SeenProps {
  takesFocus?: boolean;
  children: ReactNode;
}

/** Moves focus to what it holds when it appears; trying again takes it away first. */
function Seen({ takesFocus = true, children }: SeenProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
