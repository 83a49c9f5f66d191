import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Callout } from '../../design/callout.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { useMay } from '../office/use-may.ts';
import { BeginDraft } from './begin-draft.tsx';
import { standingOf, standingWords } from './standing.ts';

/** Versions of the desk's published rules. */
export function Screen() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const slug = useSession().desk?.slug;
  const [now] = useState(() => new Date());
  const { data } = useSuspenseQuery({
    queryKey: ['policy'],
    queryFn: ({ signal }) => desk.listPolicyVersions({ signal }),
  });
  const versions = data.data;
  const published = versions.filter((version) => version.state === 'published');
  const hasForce = published.some((version) => standingOf(version, now) === 'in_force');
  const begin = may('draftPolicy') && <BeginDraft latest={published[0] ?? null} />;
  return (
    <>
      <PageHeader
        title={_('Policy')}
        lead={_(
          'The rules that decisions cite. A published version never changes, so that everybody can read the rule that held when something was posted.',
        )}
        actions={
          published.length > 0 && (
            <LinkButton href={`/d/${slug}/policy`} target="_blank" icon="page">
              {_('The public page')}
            </LinkButton>
          )
        }
      />
      {versions.length > 0 && !hasForce && (
        <Callout tone="warning" title={_('No version is in force')}>
          <p>{_('Until one is, no measure can rest on a rule of this desk.')}</p>
        </Callout>
      )}
      {versions.length === 0 ? (
        <EmptyState title={_('No rules yet')} icon="page" actions={begin}>
          <p>
            {_(
              'Without published rules nothing can be restricted. Start from the default set and make it yours.',
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          {begin}
          <Table
            caption={_('Versions, newest first')}
            rows={versions}
            rowKey={(version) => version.policy_version_id}
            rowHref={(version) => `/policy/${version.policy_version_id}`}
            columns={[
              {
                id: 'title',
                label: _('Version'),
                render: (version) => (
                  <>
                    {version.number !== null && `${number(version.number)}. `}
                    <bdi>{version.title}</bdi>
                  </>
                ),
              },
              {
                id: 'state',
                label: _('State'),
                render: (version) => {
                  const { label, tone } = standingWords[standingOf(version, now)];
                  return <Badge tone={tone}>{_(label)}</Badge>;
                },
              },
              {
                id: 'from',
                label: _('In force from'),
                render: (version) =>
                  version.in_force_from ? (
                    <RelativeTime absolute at={version.in_force_from} />
                  ) : (
                    '—'
                  ),
              },
              {
                id: 'by',
                label: _('Published by'),
                render: (version) => <bdi>{version.published_by ?? '—'}</bdi>,
              },
              {
                id: 'clauses',
                label: _('Clauses'),
                numeric: true,
                render: (version) => number(version.clauses.length),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
