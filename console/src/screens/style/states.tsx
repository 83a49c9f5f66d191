import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { ErrorSummary } from '../../design/error-summary.tsx';
import { Loading } from '../../design/loading.tsx';
import { Panel } from '../../design/panel.tsx';
import styles from './style.module.css';

/** How things stand: badges, callouts, nothing, waiting, refusal. */
export function States() {
  const { _ } = useLingui();
  return (
    <Panel title={_('States')}>
      <div className={styles.row}>
        <Badge>{_('Open')}</Badge>
        <Badge tone="accent">{_('Claimed by you')}</Badge>
        <Badge tone="info">{_('Awaiting a second person')}</Badge>
        <Badge tone="success">{_('Delivered')}</Badge>
        <Badge tone="warn" icon="clock">
          {_('{minutes, plural, one {# minute left} other {# minutes left}}', { minutes: 42 })}
        </Badge>
        <Badge tone="danger">{_('Gate not passed')}</Badge>
      </div>
      <Callout title={_('This hash is disputed')}>
        <p>{_('Two of three owners hold it. A disputed signal never acts by itself.')}</p>
      </Callout>
      <Callout
        tone="warning"
        title={_('The order is not signed')}
        actions={<Button small>{_('Ask the sender')}</Button>}
      >
        <p>{_('Until its form and sender check out, it is a request.')}</p>
      </Callout>
      <Callout tone="success" title={_('The appeal was upheld')}>
        <p>{_('The post is back. The author and the reporter were told.')}</p>
      </Callout>
      <ErrorSummary
        takesFocus={false}
        fields={{ '/reasons': _('Reasons'), '/until': _('Until') }}
        problem={{
          type: 'urn:commonweal:problem:invalid',
          title: 'Some of what was sent is not as it must be',
          status: 422,
          detail: 'Nothing was changed.',
          code: 'fields',
          errors: [
            {
              pointer: '/reasons',
              detail: 'must have at least 30 characters',
              code: 'too-short',
              params: { least: 30 },
            },
            { pointer: '/until', detail: 'this field is missing', code: 'missing' },
          ],
        }}
      />
      <div className={styles.columns}>
        <EmptyState title={_('The queue is clear')}>
          <p>{_('New cases appear here by themselves. Look away from the screen for a while.')}</p>
        </EmptyState>
        <Loading label={_('Loading the queue')} />
      </div>
    </Panel>
  );
}
