import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { Pager } from '../../design/pager.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Stat, StatRow } from '../../design/stat.tsx';
import { Table, type SortDirection } from '../../design/table.tsx';
import { Tabs } from '../../design/tabs.tsx';
import { Timeline } from '../../design/timeline.tsx';
import { useFormats } from '../../i18n/format.ts';

const rows = [
  { id: 'C-2041', signals: 3, opened: '2026-11-23T01:12:00Z' },
  { id: 'C-2042', signals: 1, opened: '2026-11-22T22:40:00Z' },
  { id: 'C-2043', signals: 12, opened: '2026-11-21T08:05:00Z' },
];

/** Tables, facts, histories, figures. */
export function Records() {
  const { _ } = useLingui();
  const { number, percent } = useFormats();
  const [sort, setSort] = useState<{ column: string; direction: SortDirection }>({
    column: 'signals',
    direction: 'descending',
  });
  const sorted = rows.toSorted((a, b) =>
    sort.direction === 'ascending' ? a.signals - b.signals : b.signals - a.signals,
  );
  const history = (
    <Timeline
      label={_('History of the case')}
      entries={[
        {
          id: '1',
          at: '2026-11-21T08:05:00Z',
          what: _('Opened by a match with the bank “Known videos”'),
          who: _('Rule: exact match'),
          icon: 'seal',
        },
        {
          id: '2',
          at: '2026-11-22T19:30:00Z',
          what: _('Claimed'),
          who: _('Amina Saleh'),
          icon: 'person',
          children: _('Reads the dialect; asked for it.'),
        },
      ]}
    />
  );
  return (
    <Panel title={_('Records')}>
      <StatRow>
        <Stat label={_('Waiting')} value={number(1284)} note={_('38 older than a day')} />
        <Stat label={_('Overturned on appeal')} value={percent(0.061)} note={_('Last 30 days')} />
        <Stat
          label={_('Median time to decide')}
          value={number(17, { style: 'unit', unit: 'minute' })}
        />
      </StatRow>
      <Table
        caption={_('Cases')}
        rows={sorted}
        rowKey={(row) => row.id}
        rowHref={() => '/style'}
        sort={sort}
        onSort={(column, direction) => setSort({ column, direction })}
        columns={[
          { id: 'case', label: _('Case'), render: (row) => <bdi>{row.id}</bdi> },
          { id: 'state', label: _('State'), render: () => <Badge>{_('Open')}</Badge> },
          {
            id: 'signals',
            label: _('Signals'),
            render: (row) => number(row.signals),
            numeric: true,
            sortable: true,
          },
          { id: 'opened', label: _('Opened'), render: (row) => <RelativeTime at={row.opened} /> },
        ]}
      />
      <Pager
        hasPrevious={false}
        hasNext
        onPrevious={() => undefined}
        onNext={() => undefined}
        position={_('{from} to {to}', { from: number(1), to: number(3) })}
      />
      <Tabs
        label={_('About the case')}
        tabs={[
          { id: 'history', label: _('History'), count: 2, content: history },
          {
            id: 'facts',
            label: _('Facts'),
            content: (
              <KeyValue
                entries={[
                  { label: _('Language'), value: _('Urdu') },
                  { label: _('Country'), value: null },
                ]}
              />
            ),
          },
        ]}
      />
      <KeyValue
        entries={[
          { label: _('Posted'), value: <RelativeTime absolute at="2026-11-20T14:05:09Z" /> },
          { label: _('Actor'), value: <code>a-7731</code> },
          { label: _('Country'), value: null },
        ]}
      />
      <Copyable once label={_('API key')} value="cw_example_0000-0000-0000" />
    </Panel>
  );
}
