import { useLingui } from '@lingui/react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { problemOf } from '../../design/problem-of.ts';
import type { Hold } from './use-hold.ts';

interface RefusedProps {
  error: unknown;
  hold: Hold;
  /** Shows what is missing, where the gate said no. */
  onShowMissing?: () => void;
}

/** Why a decision was not taken, that nothing is lost, and the way on. */
export function Refused({ error, hold, onShowMissing }: RefusedProps) {
  const { _ } = useLingui();
  if (error === null) return null;
  const problem = problemOf(error);
  const kind = problem?.type.split(':').at(-1);
  if (kind === 'stale-version') {
    return (
      <Callout
        tone="warning"
        live
        title={_('The case changed while you worked')}
        actions={!hold.isMine && hold.other === null && <TakeAgain hold={hold} />}
      >
        <p>
          {_(
            'Nothing was decided, and your answers are all here. The case on this page is now the newest: look at its signals and history, then decide again.',
          )}
        </p>
      </Callout>
    );
  }
  if (kind === 'lease-lost') {
    return (
      <Callout
        tone="warning"
        live
        title={_('You do not hold this case any more')}
        actions={hold.other === null && <TakeAgain hold={hold} />}
      >
        <p>
          {hold.other
            ? _('{name} holds it now. Your answers stay in this tab.', { name: hold.other.name })
            : _('The hold ran out. Your answers are all here: take it again, then decide.')}
        </p>
      </Callout>
    );
  }
  if (kind === 'gate-blocked') {
    return (
      <Callout
        tone="warning"
        live
        title={_('The rights gate does not let this through')}
        actions={
          onShowMissing && <Button onPress={onShowMissing}>{_('Show what is missing')}</Button>
        }
      >
        <p>{_('Nothing was decided. What is missing stands at its field.')}</p>
      </Callout>
    );
  }
  if (problem) return <ErrorSummary problem={problem} />;
  return (
    <Callout tone="error" live title={_('The desk could not be reached')}>
      <p>
        {_(
          'Your answers are all here. If the decision did arrive, this case shows it in a moment; if not, decide again.',
        )}
      </p>
    </Callout>
  );
}

function TakeAgain({ hold }: { hold: Hold }) {
  const { _ } = useLingui();
  return (
    <Button kind="primary" isPending={hold.isPending} onPress={hold.claim}>
      {_('Take it again')}
    </Button>
  );
}
