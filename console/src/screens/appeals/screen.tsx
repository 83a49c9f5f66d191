import { appealStates, type Appeal } from '@commonweal/contract';
import { measureKinds } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { desk } from '../../desk.ts';
import { measureNames } from '../../words/measures.ts';
import { appealStateWords } from '../../words/states.ts';
import { usePaging } from '../office/use-paging.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import styles from './appeals.module.css';

/** Appeals, open ones first, the longest waiting at the top. */
export function Screen() {
  const { _ } = useLingui();
  const [words, changeWords] = useSearchWords();
  const state = oneOfWords(words['state'], appealStates) ?? 'open';
  const { rows, pager, isWhole } = usePaging<Appeal>(
    ['appeals', 'list', state],
    (page, signal) => desk.listAppeals({ query: { ...page, limit: 50, state }, signal }),
    { refetchInterval: 30_000 },
  );
  const list = (
    <div className={styles.list}>
      {rows === null ? (
        <Loading label={_('Loading the appeals')} lines={6} />
      ) : (
        <AppealTable rows={rows} state={state} />
      )}
      {!isWhole && <Pager {...pager} />}
    </div>
  );
  return (
    <>
      <PageHeader
        title={_('Appeals')}
        lead={_('Heard by somebody who took no part in the decision. Longest waiting first.')}
      />
      <Tabs
        label={_('Appeals')}
        selected={state}
        onSelect={(id) => changeWords({ state: id === 'open' ? null : id })}
        tabs={appealStates.map((id) => ({
          id,
          label: _(appealStateWords[id].label),
          content: list,
        }))}
      />
    </>
  );
}

function AppealTable({ rows, state }: { rows: readonly Appeal[]; state: Appeal['state'] }) {
  const { _ } = useLingui();
  const measureName = (measure: string) => {
    const known = measureKinds.find((kind) => kind === measure);
    return known ? _(measureNames[known]) : measure;
  };
  const columns: Column<Appeal>[] = [
    {
      id: 'title',
      label: _('Appeal'),
      render: (row) => (
        <span className={styles.title} dir="auto">
          {row.title}
        </span>
      ),
    },
    { id: 'measure', label: _('Against'), render: (row) => measureName(row.measure) },
    {
      id: 'received',
      label: _('Received'),
      render: (row) => <RelativeTime at={row.received_at} />,
    },
    state === 'open'
      ? {
          id: 'hear',
          label: _('You'),
          render: (row) =>
            row.may_hear ? (
              <Badge tone="accent">{_('may hear it')}</Badge>
            ) : (
              <Badge>{_('may not hear it')}</Badge>
            ),
        }
      : {
          id: 'by',
          label: _('Heard by'),
          render: (row) => row.heard_by && <bdi>{row.heard_by.name}</bdi>,
        },
  ];
  return (
    <Table
      caption={_('Appeals')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.appeal_id}
      rowHref={(row) => `/appeals/${row.appeal_id}`}
      empty={
        <EmptyState title={state === 'open' ? _('No appeal waits') : _('None yet')} icon="reply">
          <p>{_('Every notice says how to appeal. Appeals appear here as people send them.')}</p>
        </EmptyState>
      }
    />
  );
}
