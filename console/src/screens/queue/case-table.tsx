import type { Case } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { Badge } from '../../design/badge.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Button } from '../../design/button.tsx';
import { Kbd } from '../../design/kbd.tsx';
import { announceRefusal } from '../../design/announce-refusal.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { useSession } from '../../shell/session.ts';
import { useShortcut } from '../../shell/shortcuts.tsx';
import { measureNames } from '../../words/measures.ts';
import { useMay } from '../office/use-may.ts';
import { levelOf, levelWords } from './priority.ts';
import styles from './queue.module.css';
import type { View } from './views.ts';

interface CaseTableProps {
  cases: readonly Case[];
  view: View;
  isFiltered: boolean;
  onShowAll: () => void;
}

/** The list itself. J and K (or the arrows) move, Enter opens, C takes the case. */
export function CaseTable({ cases, view, isFiltered, onShowAll }: CaseTableProps) {
  const { _ } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const may = useMay();
  const claim = useClaim();
  const links = () => [...(frame.current?.querySelectorAll<HTMLElement>('tbody th a') ?? [])];
  const move = (step: 1 | -1) => {
    const all = links();
    const here = all.findIndex((link) => link === document.activeElement);
    const next = here === -1 ? (step === 1 ? 0 : all.length - 1) : here + step;
    all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
  };
  useShortcut('j', _('Next case'), () => move(1));
  useShortcut('k', _('Case before'), () => move(-1));
  useShortcut('c', _('Take the case and open it'), () => {
    const one = cases[links().findIndex((link) => link === document.activeElement)];
    if (one && may('claimCase')) claim(one);
  });
  const columns = useColumns(view);
  return (
    // The arrows move among the links, which take focus themselves; elsewhere they scroll.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className={styles.table}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        if (!links().some((link) => link === event.target)) return;
        event.preventDefault();
        move(event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <Table
        caption={_('Cases')}
        columns={columns}
        rows={cases}
        rowKey={(row) => row.case_id}
        rowHref={(row) => `/cases/${row.case_id}`}
        empty={<Nothing view={view} isFiltered={isFiltered} onShowAll={onShowAll} />}
      />
      {cases.length > 0 && (
        <p className={styles.keys}>
          <Kbd keys={['J']} /> <Kbd keys={['K']} /> {_('move')} · <Kbd keys={['Enter']} />{' '}
          {_('open')} · <Kbd keys={['C']} /> {_('take')}
        </p>
      )}
    </div>
  );
}

function useColumns(view: View): Column<Case>[] {
  const { _ } = useLingui();
  const { number } = useFormats();
  const me = useSession().person?.person_id;
  return [
    {
      id: 'case',
      label: _('Case'),
      render: (row) => (
        <span className={styles.title} dir="auto">
          {row.title}
        </span>
      ),
    },
    {
      id: 'priority',
      label: _('Priority'),
      render: (row) => {
        const { label, tone } = levelWords[levelOf(row.priority)];
        return (
          <Badge tone={tone}>
            {_(label)} {number(row.priority)}
          </Badge>
        );
      },
    },
    { id: 'queue', label: _('Queue'), render: (row) => <bdi>{row.queue}</bdi> },
    {
      id: 'signals',
      label: _('Signals'),
      numeric: true,
      render: (row) => number(row.signals),
    },
    {
      id: 'suggestion',
      label: _('Suggested'),
      render: (row) =>
        row.suggestion === null ? (
          <span className={styles.faint}>{_('Nothing')}</span>
        ) : (
          _(measureNames[row.suggestion])
        ),
    },
    view === 'decided'
      ? { id: 'when', label: _('Decided'), render: (row) => <RelativeTime at={row.updated_at} /> }
      : { id: 'when', label: _('Waiting'), render: (row) => <RelativeTime at={row.opened_at} /> },
    {
      id: 'held',
      label: _('Held by'),
      render: (row) =>
        row.claimed_by === null ? (
          <span className={styles.faint}>{_('Nobody')}</span>
        ) : row.claimed_by.person_id === me ? (
          <Badge tone="accent" icon="person">
            {_('You')}
          </Badge>
        ) : (
          <bdi>{row.claimed_by.name}</bdi>
        ),
    },
  ];
}

function useClaim(): (one: Case) => void {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const claim = useMutation({
    mutationFn: (one: Case) =>
      desk.claimCase({ params: { case_id: one.case_id }, body: { version: one.version } }),
    onSuccess: (_held, one) => navigate({ href: `/cases/${one.case_id}` }),
    onError: (error) => {
      announceRefusal(error);
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
  return claim.mutate;
}

function Nothing({ view, isFiltered, onShowAll }: Omit<CaseTableProps, 'cases'>) {
  const { _ } = useLingui();
  if (isFiltered) {
    return (
      <EmptyState
        title={_('Nothing matches')}
        icon="search"
        actions={<Button onPress={onShowAll}>{_('Show all')}</Button>}
      >
        <p>{_('No case here has these words, or is in this queue.')}</p>
      </EmptyState>
    );
  }
  const words = {
    open: [
      _('The queue is clear'),
      _('New cases appear here by themselves. Look away from the screen for a while.'),
    ],
    mine: [_('You hold no case'), _('Open one from the queue and take it, or press C on it.')],
    awaiting_second: [
      _('Nothing waits for a second person'),
      _('Decisions that take two people stand here until the second one has looked.'),
    ],
    decided: [_('Nothing has been decided yet'), _('Decided cases stay here until they expire.')],
  }[view];
  return (
    <EmptyState title={words[0]}>
      <p>{words[1]}</p>
    </EmptyState>
  );
}
