import { measureStates as states, type Measure } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Select } from '../../design/select.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { measureNames } from '../../words/measures.ts';
import { given } from '../office/given.ts';
import { Filters, Stack } from '../office/layout.tsx';
import { usePaging } from '../office/use-paging.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { measureStates } from './states.ts';

/** Measures, with where each stands on the platform. */
export function MeasureList() {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const state = oneOfWords(words['state'], states) ?? undefined;
  const { rows, pager, isWhole } = usePaging(['measures', state ?? 'all'], (page, signal) =>
    desk.listMeasures({ query: { ...page, ...given({ state }) }, signal }),
  );
  return (
    <Stack>
      <Filters>
        <Select
          label={_('State')}
          value={state ?? 'all'}
          onChange={(chosen) => change({ state: chosen === 'all' ? null : chosen })}
          options={[
            { id: 'all', label: _('All') },
            ...states.map((id) => ({ id, label: _(measureStates[id].label) })),
          ]}
        />
      </Filters>
      {rows === null ? (
        <Loading />
      ) : (
        <Table
          caption={_('Measures, newest first')}
          rows={rows}
          rowKey={(measure) => measure.measure_id}
          rowHref={(measure) => `/measures/${measure.measure_id}`}
          empty={<EmptyState title={_('No measure here')} icon="scales" />}
          columns={[
            { id: 'kind', label: _('Measure'), render: (measure) => _(measureNames[measure.kind]) },
            { id: 'on', label: _('Acts on'), render: (measure) => <On measure={measure} /> },
            {
              id: 'state',
              label: _('State'),
              render: ({ state: at }) => (
                <Badge tone={measureStates[at].tone}>{_(measureStates[at].label)}</Badge>
              ),
            },
            {
              id: 'from',
              label: _('From'),
              render: (measure) => <RelativeTime at={measure.starts_at} />,
            },
            {
              id: 'until',
              label: _('Until'),
              render: (measure) =>
                measure.ends_at ? <RelativeTime at={measure.ends_at} /> : _('No end set'),
            },
          ]}
        />
      )}
      {!isWhole && <Pager {...pager} />}
    </Stack>
  );
}

/** What a measure acts on, by the platform's own name for it. */
export function On({ measure }: { measure: Measure }) {
  const { _ } = useLingui();
  const name = measure.subject === 'item' ? measure.item_external_id : measure.actor_external_id;
  return (
    <>
      {measure.subject === 'item' ? _('Item') : _('User account')}{' '}
      <bdi>
        <code>{name ?? '—'}</code>
      </bdi>
    </>
  );
}
