import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Badge } from '../../design/badge.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { measureNames } from '../../words/measures.ts';
import { appealStateWords } from '../../words/states.ts';
import { AssessmentView } from '../review/assessment-view.tsx';
import { Evidence } from '../review/evidence.tsx';
import { History } from '../review/history.tsx';
import review from '../review/review.module.css';
import { Hearing } from './hearing.tsx';

/** One appeal, with the decision and the case beside it. */
export function Screen() {
  const { _ } = useLingui();
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const appealId = params['appealId'] ?? '';
  const {
    data: { appeal, decision, case: view },
  } = useSuspenseQuery({
    queryKey: ['appeals', 'one', appealId],
    queryFn: ({ signal }) => desk.readAppeal({ params: { appeal_id: appealId }, signal }),
  });
  const state = appealStateWords[appeal.state];
  return (
    <>
      <PageHeader
        title={_('Appeal')}
        crumbs={[{ label: _('Appeals'), href: '/appeals' }]}
        badges={<Badge tone={state.tone}>{_(state.label)}</Badge>}
        lead={<bdi>{appeal.title}</bdi>}
      />
      <div className={review.two}>
        <div className={review.column}>
          <Panel title={_('What the person says')}>
            <p className={review.quote} lang={appeal.language} dir="auto">
              {appeal.text}
            </p>
            <p className={review.soft}>
              {_('Received')} <RelativeTime absolute at={appeal.received_at} />
            </p>
          </Panel>
          <Hearing appeal={appeal} />
          <Panel title={_('The decision')}>
            <KeyValue
              entries={[
                {
                  label: _('Measure'),
                  value:
                    decision.measure === null ? _('No action') : _(measureNames[decision.measure]),
                },
                { label: _('Decided by'), value: <bdi>{decision.decided_by.name}</bdi> },
                {
                  label: _('Decided'),
                  value: <RelativeTime absolute at={decision.decided_at} />,
                },
              ]}
            />
            <div>
              <LinkButton small href={`/decisions/${decision.decision_id}`} icon="scales">
                {_('All of the decision')}
              </LinkButton>
            </div>
          </Panel>
          {decision.assessment && <AssessmentView assessment={decision.assessment} />}
        </div>
        <div className={review.column}>
          <Evidence view={view} />
          <Panel title={_('History of the case')}>
            <History events={view.history} />
          </Panel>
        </div>
      </div>
    </>
  );
}
