import type { PolicyVersion } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { useMay } from '../office/use-may.ts';
import { BeginDraft } from './begin-draft.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { PolicyText } from './policy-text.tsx';
import { standingOf, standingWords } from './standing.ts';

/** One version: a draft to edit, or a published one to read. */
export function Screen() {
  const may = useMay();
  const id = useParams({ strict: false, select: (params) => String(params['versionId']) });
  const { data: version } = useSuspenseQuery({
    queryKey: ['policy', id],
    queryFn: ({ signal }) => desk.readPolicyVersion({ params: { policy_version_id: id }, signal }),
    // A draft in the editor must not change under the hands.
    refetchOnWindowFocus: false,
  });
  return version.state === 'draft' && may('revisePolicy') ? (
    <DraftEditor key={version.policy_version_id} version={version} />
  ) : (
    <Published version={version} />
  );
}

function Published({ version }: { version: PolicyVersion }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const slug = useSession().desk?.slug;
  const [now] = useState(() => new Date());
  const { label, tone } = standingWords[standingOf(version, now)];
  return (
    <>
      <PageHeader
        title={version.title}
        crumbs={[{ label: _('Policy'), href: '/policy' }]}
        badges={
          <>
            {version.number !== null && (
              <Badge icon="page">{_('Version {number}', { number: number(version.number) })}</Badge>
            )}
            <Badge tone={tone}>{_(label)}</Badge>
          </>
        }
        actions={
          version.number !== null && (
            <LinkButton href={`/d/${slug}/policy/${version.number}`} target="_blank" icon="page">
              {_('The public page')}
            </LinkButton>
          )
        }
      />
      <KeyValue
        entries={[
          ...(version.in_force_from
            ? [
                {
                  label: _('In force from'),
                  value: <RelativeTime absolute at={version.in_force_from} />,
                },
              ]
            : []),
          ...(version.in_force_until
            ? [
                {
                  label: _('In force until'),
                  value: <RelativeTime absolute at={version.in_force_until} />,
                },
              ]
            : []),
          ...(version.published_by
            ? [{ label: _('Published by'), value: <bdi>{version.published_by}</bdi> }]
            : []),
        ]}
      />
      {may('draftPolicy') && version.number !== null && <BeginDraft latest={version} />}
      <PolicyText policy={version} />
    </>
  );
}
