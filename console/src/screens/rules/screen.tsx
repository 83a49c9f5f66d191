import { useLingui } from '@lingui/react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Badge } from '../../design/badge.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { useFormats } from '../../i18n/format.ts';
import { measureNames } from '../../words/measures.ts';
import { useMay } from '../office/use-may.ts';
import { modeWords } from './modes.ts';
import { RemovedRules } from './removed-rules.tsx';
import { rulesQuery } from './rules-query.ts';

/** Triage rules, in the order they are asked. */
export function Screen() {
  const { _ } = useLingui();
  const { number } = useFormats();
  const may = useMay();
  const { data } = useSuspenseQuery(rulesQuery);
  return (
    <>
      <PageHeader
        title={_('Rules')}
        lead={_('They choose the queue and the priority of a case. They decide nothing.')}
        actions={
          <>
            {may('orderRules') && data.data.length > 1 && (
              <LinkButton icon="list" href="/rules/order">
                {_('Change the order')}
              </LinkButton>
            )}
            {may('createRule') && (
              <LinkButton kind="primary" icon="branch" href="/rules/new">
                {_('Add a rule')}
              </LinkButton>
            )}
          </>
        }
      />
      <Table
        caption={_('Asked from the first on')}
        rows={data.data.map((rule, at) => ({ ...rule, place: at + 1 }))}
        rowKey={(rule) => rule.rule_id}
        rowHref={(rule) => `/rules/${rule.rule_id}`}
        empty={
          <EmptyState title={_('No rule yet')} icon="branch">
            <p>{_('Every case goes to the queue for review, with a middling priority.')}</p>
          </EmptyState>
        }
        columns={[
          {
            id: 'name',
            label: _('Rule'),
            render: (rule) => (
              <>
                {number(rule.place)}. <bdi>{rule.name}</bdi>
              </>
            ),
          },
          {
            id: 'mode',
            label: _('Mode'),
            render: ({ mode }) => (
              <Badge tone={modeWords[mode].tone}>{_(modeWords[mode].label)}</Badge>
            ),
          },
          { id: 'queue', label: _('Queue'), render: (rule) => <bdi>{rule.queue}</bdi> },
          {
            id: 'priority',
            label: _('Priority'),
            numeric: true,
            render: (rule) => number(rule.priority),
          },
          {
            id: 'suggestion',
            label: _('Suggests'),
            render: (rule) => (rule.suggestion ? _(measureNames[rule.suggestion]) : '—'),
          },
          {
            id: 'matched',
            label: _('Cases'),
            numeric: true,
            render: (rule) => number(rule.matched),
          },
          {
            id: 'updated',
            label: _('Changed'),
            render: (rule) => <RelativeTime at={rule.updated_at} />,
          },
        ]}
      />
      <RemovedRules rules={data.removed} />
    </>
  );
}
