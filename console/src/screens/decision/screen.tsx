import type { Decision } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Badge } from '../../design/badge.tsx';
import { Callout } from '../../design/callout.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { measureNames } from '../../words/measures.ts';
import { decisionStateWords } from '../../words/states.ts';
import { AssessmentView } from '../review/assessment-view.tsx';
import { GateSummary } from '../review/gate-summary.tsx';
import review from '../review/review.module.css';
import { Acts } from './acts.tsx';
import { Reviews } from './reviews.tsx';

/** One decision: how it stands, the answers it rests on, and what may still be done. */
export function Screen() {
  const { _ } = useLingui();
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const decisionId = params['decisionId'] ?? '';
  const { data: decision } = useSuspenseQuery({
    queryKey: ['decisions', 'one', decisionId],
    queryFn: ({ signal }) => desk.readDecision({ params: { decision_id: decisionId }, signal }),
    refetchInterval: 30_000,
  });
  const state = decisionStateWords[decision.state];
  return (
    <>
      <PageHeader
        title={
          decision.measure === null
            ? _('No action')
            : _('Decision: {measure}', { measure: _(measureNames[decision.measure]) })
        }
        crumbs={[{ label: _('Decisions'), href: '/decisions' }]}
        badges={<Badge tone={state.tone}>{_(state.label)}</Badge>}
        lead={<bdi>{decision.title}</bdi>}
      />
      <div className={review.two}>
        <div className={review.column}>
          <Reviews decision={decision} />
          <Acts decision={decision} />
          <Standing decision={decision} />
        </div>
        <div className={review.column}>
          {decision.assessment ? (
            <AssessmentView assessment={decision.assessment} />
          ) : (
            <Panel title={_('Reason')}>
              <p className={review.quote} dir="auto">
                {decision.reasons}
              </p>
            </Panel>
          )}
          {decision.gate && (
            <Panel title={_('The rights gate')}>
              <GateSummary gate={decision.gate} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

/** Who, when, and where it leads. */
function Standing({ decision }: { decision: Decision }) {
  const { _ } = useLingui();
  const at = (moment: string | null) =>
    moment === null ? _('Not yet') : <RelativeTime absolute at={moment} />;
  return (
    <Panel title={_('How it stands')}>
      {decision.override_expires_at !== null && (
        <Callout tone="warning" title={_('Emergency override')}>
          <p>
            {_('It did not pass the gate. It ends by itself:')}{' '}
            <RelativeTime absolute at={decision.override_expires_at} />
          </p>
        </Callout>
      )}
      <KeyValue
        entries={[
          { label: _('Decided by'), value: <bdi>{decision.decided_by.name}</bdi> },
          { label: _('Decided'), value: at(decision.decided_at) },
          ...(decision.second_by
            ? [{ label: _('Second person'), value: <bdi>{decision.second_by.name}</bdi> }]
            : []),
          { label: _('In effect since'), value: at(decision.effective_at) },
          ...(decision.reversed_at
            ? [
                { label: _('Reversed'), value: at(decision.reversed_at) },
                {
                  label: _('Because'),
                  value: (
                    <>
                      <p dir="auto">{reversalWords(decision.reversed_because)}</p>
                      {decision.reversal_reasons && <p dir="auto">{decision.reversal_reasons}</p>}
                    </>
                  ),
                },
              ]
            : []),
          {
            label: _('The account'),
            value:
              decision.actor_external_id === null ? null : (
                <bdi dir="ltr">{decision.actor_external_id}</bdi>
              ),
          },
        ]}
      />
      {decision.notice_url !== null && (
        <Copyable label={_('The notice to the person')} value={decision.notice_url} />
      )}
      <div className={review.row}>
        <LinkButton href={`/cases/${decision.case_id}`} icon="queue">
          {_('To the case')}
        </LinkButton>
        {decision.measure_id !== null && (
          <LinkButton href={`/measures/${decision.measure_id}`} icon="outbox">
            {_('To the measure')}
          </LinkButton>
        )}
      </div>
    </Panel>
  );

  function reversalWords(because: string | null) {
    if (because === 'appeal') return _('An appeal succeeded');
    if (because === 'override_expired') return _('The emergency override ran out');
    if (because === 'reversed') return _('It should not stand');
    return because;
  }
}
