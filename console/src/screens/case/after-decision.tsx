import type { Decision } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useEffect, useRef } from 'react';
import { Callout } from '../../design/callout.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Panel } from '../../design/panel.tsx';
import { measureNames } from '../../words/measures.ts';
import styles from './case.module.css';

/** What happens next. Takes focus, so that it is read out. */
export function AfterDecision({ decision }: { decision: Decision }) {
  const { _ } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'center' });
  }, []);
  const waits = decision.state === 'awaiting_second';
  const title = waits
    ? _('Waits for a second person')
    : decision.measure === null
      ? _('Decided: no action')
      : _('Decided: {measure}', { measure: _(measureNames[decision.measure]) });
  return (
    <Panel title={_('Decision')}>
      <div ref={box} tabIndex={-1} className={styles.stack}>
        <Callout tone={waits ? 'info' : 'success'} title={title}>
          <p>
            {waits
              ? _(
                  'Nothing happens before somebody else has approved it. They find it under Decisions.',
                )
              : decision.measure === null
                ? _('The case is closed. Whoever reported it is told.')
                : _(
                    'It is on its way to the platform. The person gets a notice with the reasons and can appeal.',
                  )}
          </p>
        </Callout>
        {decision.notice_url !== null && (
          <Copyable label={_('The notice')} value={decision.notice_url} />
        )}
        <div className={styles.row}>
          <LinkButton href="/queue" kind="primary" icon="queue">
            {_('Next: the queue')}
          </LinkButton>
          <LinkButton href={`/decisions/${decision.decision_id}`} icon="scales">
            {_('To the decision')}
          </LinkButton>
          {decision.measure_id !== null && (
            <LinkButton href={`/measures/${decision.measure_id}`} icon="outbox">
              {_('To the measure')}
            </LinkButton>
          )}
        </div>
      </div>
    </Panel>
  );
}
