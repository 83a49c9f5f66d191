import { decisionStates, type Decision } from '@commonweal/contract';
import { measureKinds } from '@commonweal/law';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Switch } from '../../design/switch.tsx';
import { Select } from '../../design/select.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useSession } from '../../shell/session.ts';
import { measureNames } from '../../words/measures.ts';
import { decisionStateWords } from '../../words/states.ts';
import { usePaging } from '../office/use-paging.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import styles from './decisions.module.css';

const every = '*';

/** Every decision, newest first. */
export function Screen() {
  const { _ } = useLingui();
  const [words, changeWords] = useSearchWords();
  const state = oneOfWords(words['state'], decisionStates);
  const measure = oneOfWords(words['measure'], measureKinds);
  const toReview = words['review'] === 'open';
  const { rows, pager, isWhole } = usePaging<Decision>(
    ['decisions', 'list', state, measure, toReview],
    (page, signal) =>
      desk.listDecisions({
        query: {
          ...page,
          limit: 50,
          ...(state === null ? {} : { state }),
          ...(measure === null ? {} : { measure }),
          ...(toReview ? { up_for_review: true } : {}),
        },
        signal,
      }),
    { refetchInterval: 15_000 },
  );
  return (
    <>
      <PageHeader
        title={_('Decisions')}
        lead={_('What was decided, by whom, and how it stands. Newest first.')}
      />
      <div className={styles.list}>
        <search className={styles.filters}>
          <Select
            label={_('State')}
            value={state ?? every}
            onChange={(id) => changeWords({ state: id === every ? null : id })}
            options={[
              { id: every, label: _('All states') },
              ...decisionStates.map((id) => ({ id, label: _(decisionStateWords[id].label) })),
            ]}
          />
          <Select
            label={_('Measure')}
            value={measure ?? every}
            onChange={(id) => changeWords({ measure: id === every ? null : id })}
            options={[
              { id: every, label: _('All measures') },
              ...measureKinds.map((id) => ({ id, label: _(measureNames[id]) })),
            ]}
          />
          <Switch
            isSelected={toReview}
            onChange={(on) => changeWords({ review: on ? 'open' : null })}
          >
            {_('Only what is to be looked at again')}
          </Switch>
        </search>
        {rows === null ? (
          <Loading label={_('Loading the decisions')} lines={8} />
        ) : (
          <DecisionTable rows={rows} isFiltered={state !== null || measure !== null || toReview} />
        )}
        {!isWhole && <Pager {...pager} />}
      </div>
    </>
  );
}

function DecisionTable({ rows, isFiltered }: { rows: readonly Decision[]; isFiltered: boolean }) {
  const { _ } = useLingui();
  const me = useSession().person?.person_id;
  const columns: Column<Decision>[] = [
    {
      id: 'title',
      label: _('Decision'),
      render: (row) => (
        <span className={styles.title} dir="auto">
          {row.title}
        </span>
      ),
    },
    {
      id: 'measure',
      label: _('Measure'),
      render: (row) => (row.measure === null ? _('No action') : _(measureNames[row.measure])),
    },
    {
      id: 'state',
      label: _('State'),
      render: (row) => (
        <>
          <Badge tone={decisionStateWords[row.state].tone}>
            {_(decisionStateWords[row.state].label)}
          </Badge>{' '}
          {row.reviews.some((review) => review.state === 'open') && (
            <Badge tone="warn">{_('To be looked at again')}</Badge>
          )}
        </>
      ),
    },
    {
      id: 'by',
      label: _('Decided by'),
      render: (row) =>
        row.decided_by.person_id === me ? _('You') : <bdi>{row.decided_by.name}</bdi>,
    },
    { id: 'at', label: _('When'), render: (row) => <RelativeTime at={row.decided_at} /> },
  ];
  return (
    <Table
      caption={_('Decisions')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.decision_id}
      rowHref={(row) => `/decisions/${row.decision_id}`}
      empty={
        <EmptyState
          title={isFiltered ? _('No decision like that') : _('Nothing has been decided yet')}
          icon="scales"
        >
          <p>
            {isFiltered
              ? _('Choose another state or measure.')
              : _('Decisions appear here as cases are decided.')}
          </p>
        </EmptyState>
      }
    />
  );
}
