import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Badge } from '../../design/badge.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { measureNames } from '../../words/measures.ts';
import { caseStateWords } from '../../words/states.ts';
import { Evidence } from '../review/evidence.tsx';
import { History } from '../review/history.tsx';
import review from '../review/review.module.css';
import { caseQuery } from './case-query.ts';
import { Decide } from './decide.tsx';
import { Notes } from './notes.tsx';
import styles from './case.module.css';

/** One case: what was posted on one side, what to do about it on the other. */
export function Screen() {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const caseId = params['caseId'] ?? '';
  return <OneCase key={caseId} caseId={caseId} />;
}

function OneCase({ caseId }: { caseId: string }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const navigate = useNavigate();
  const { data: view } = useSuspenseQuery(caseQuery(caseId));
  const about = view.case;
  const state = caseStateWords[about.state];
  useShortcut('u', _('Back to the queue'), () => void navigate({ href: '/queue' }));
  return (
    <>
      <PageHeader
        title={about.subject === 'item' ? _('Case about an item') : _('Case about an account')}
        crumbs={[{ label: _('Queue'), href: '/queue' }]}
        badges={
          <>
            <Badge tone={state.tone}>{_(state.label)}</Badge>
            <Badge icon="queue">{about.queue}</Badge>
            <Badge icon="up">{_('Priority {level}', { level: number(about.priority) })}</Badge>
            {about.suggestion && (
              <Badge icon="branch">
                {_('Triage suggests: {measure}', { measure: _(measureNames[about.suggestion]) })}
              </Badge>
            )}
          </>
        }
        actions={
          <a href="#decision" className={styles.jump}>
            {_('To the decision')}
          </a>
        }
        lead={
          <>
            <bdi className={styles.title}>{about.title}</bdi>{' '}
            <span>
              {_('Opened')} <RelativeTime at={about.opened_at} />.
            </span>
          </>
        }
      />
      <div className={review.two}>
        <div className={styles.evidence}>
          <Evidence view={view} />
          <Panel title={_('Notes')}>
            <Notes view={view} />
          </Panel>
          <Panel title={_('History')}>
            <History events={view.history} />
          </Panel>
        </div>
        <div id="decision" className={styles.deciding}>
          <Decide view={view} />
        </div>
      </div>
    </>
  );
}
