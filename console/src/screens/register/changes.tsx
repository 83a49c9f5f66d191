import type { DesignationList, RegisterEvent } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { DateField } from '../../design/date-field.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { Select } from '../../design/select.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { given } from '../office/given.ts';
import { Filters, Stack } from '../office/layout.tsx';
import { usePaging } from '../office/use-paging.ts';
import { useSearchWords } from '../office/use-search-words.ts';
import { ChangeSaid } from './change-said.tsx';
import { eventWords, SaysSince } from './history.tsx';
import { useAuthorities } from './words.ts';

const day = 86_400_000; // milliseconds
const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** What changed between two days; the last three months unless asked otherwise. */
export function Changes({ lists }: { lists: readonly DesignationList[] }) {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const [now] = useState(() => new Date());
  const to = isDay(words['to']) ? words['to'] : dayOf(now);
  const from = isDay(words['from']) ? words['from'] : dayOf(new Date(now.getTime() - 92 * day));
  const listId = lists.find((list) => list.list_id === words['list'])?.list_id;
  return (
    <Stack>
      <Filters>
        <DateField
          label={_('From')}
          hint={_('As it was at the end of this day.')}
          value={from}
          max={to}
          onChange={(next) => change({ from: next === '' ? null : next })}
        />
        <DateField
          label={_('To')}
          value={to}
          min={from}
          onChange={(next) => change({ to: next === '' ? null : next })}
        />
        <Select
          label={_('List')}
          value={listId ?? 'all'}
          onChange={(chosen) => change({ list: chosen === 'all' ? null : chosen })}
          options={[
            { id: 'all', label: _('All') },
            ...lists.map((list) => ({ id: list.list_id, label: list.name })),
          ]}
        />
      </Filters>
      {from <= to && (
        <Between key={`${from} ${to} ${listId}`} from={from} to={to} listId={listId} />
      )}
    </Stack>
  );
}

interface BetweenProps {
  from: string;
  to: string;
  listId: string | undefined;
}

function Between({ from, to, listId }: BetweenProps) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const authorityName = useAuthorities();
  const { rows, pager, isWhole } = usePaging(
    ['designations', 'changes', from, to, listId ?? 'all'],
    (page, signal) =>
      desk.listRegisterChanges({
        query: { ...page, from, to, ...given({ list_id: listId }) },
        signal,
      }),
  );
  if (rows === null) return <Loading />;
  return (
    <>
      <Table
        caption={_('What changed')}
        rows={rows}
        rowKey={(row) => `${row.on} ${row.what} ${row.designation_id}`}
        rowHref={(row) => `/register/${row.designation_id}`}
        empty={
          <EmptyState title={_('Nothing changed between these days')} icon="done">
            <p>{_('As far as the editions that were taken in say.')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'name', label: _('Name'), render: (row) => <bdi>{row.name}</bdi> },
          { id: 'on', label: _('Day'), render: (row) => calendarDay(row.on) },
          { id: 'what', label: _('What'), render: (row) => <What event={row} /> },
          {
            id: 'by',
            label: _('Authority'),
            render: (row) => (
              <>
                {authorityName(row.authority)} <bdi>({row.reference})</bdi>
              </>
            ),
          },
        ]}
      />
      {!isWhole && <Pager {...pager} />}
    </>
  );
}

const tones = { listed: 'info', changed: 'neutral', ended: 'success', lapses: 'warn' } as const;

function What({ event }: { event: RegisterEvent }) {
  const { _ } = useLingui();
  const { what, icon } = eventWords[event.what];
  return (
    <>
      <Badge tone={tones[event.what]} icon={icon}>
        {_(what)}
      </Badge>
      {event.change !== null && <ChangeSaid change={event.change} />}
      {event.says_since !== null && <SaysSince day={event.says_since} />}
    </>
  );
}
