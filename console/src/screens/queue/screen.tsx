import { caseStates, type Case } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../design/loading.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Pager } from '../../design/pager.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { desk } from '../../desk.ts';
import { usePaging } from '../office/use-paging.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { CaseTable } from './case-table.tsx';
import { QueueFilters } from './queue-filters.tsx';
import styles from './queue.module.css';
import { viewNames, views, type View } from './views.ts';

/** Often enough that nobody works on what is taken; rare enough to leave the server alone. */
const renewEvery = 12_000;

/** The cases that wait, most pressing first. */
export function Screen() {
  const { _ } = useLingui();
  const [words, changeWords] = useSearchWords();
  const view = oneOfWords(words['state'], views) ?? 'open';
  const queue = words['queue'];
  const q = words['q'];
  const counts = useQuery({
    queryKey: ['cases', 'counts'],
    queryFn: ({ signal }) => desk.countCases({ signal }),
    refetchInterval: renewEvery,
  });
  const { rows, pager, isWhole } = usePaging<Case>(
    ['cases', 'list', view, queue ?? null, q ?? null],
    (page, signal) =>
      desk.listCases({
        query: {
          ...page,
          limit: 50,
          state: caseStates.find((state) => state === view) ?? 'open',
          ...(view === 'mine' ? { mine: true } : {}),
          ...(queue ? { queue } : {}),
          ...(q ? { q } : {}),
        },
        signal,
      }),
    { refetchInterval: renewEvery },
  );
  const totals: Partial<Record<View, number>> = counts.data ?? {};
  const list = (
    <div className={styles.list}>
      <QueueFilters
        queues={counts.data?.queues ?? []}
        queue={queue ?? null}
        search={q ?? ''}
        onChange={changeWords}
      />
      {rows === null ? (
        <Loading label={_('Loading the queue')} lines={8} />
      ) : (
        <CaseTable
          cases={rows}
          view={view}
          isFiltered={Boolean(queue) || Boolean(q)}
          onShowAll={() => changeWords({ queue: null, q: null })}
        />
      )}
      {!isWhole && <Pager {...pager} />}
    </div>
  );
  return (
    <>
      <PageHeader
        title={_('Queue')}
        lead={_('Most pressing first, then longest waiting. It renews itself while you look.')}
      />
      <Tabs
        label={_('Cases')}
        selected={view}
        onSelect={(id) => changeWords({ state: id === 'open' ? null : id })}
        tabs={views.map((id) => ({
          id,
          label: _(viewNames[id]),
          ...(totals[id] === undefined ? {} : { count: totals[id] }),
          content: list,
        }))}
      />
    </>
  );
}
