import type { Designation, DesignationList } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { Callout } from '../../design/callout.tsx';
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
import { SearchField } from '../office/search-field.tsx';
import { usePaging } from '../office/use-paging.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { Exports } from './exports.tsx';
import { designationKinds, useAuthorities } from './words.ts';

const kinds = ['organisation', 'person'] as const;
const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Designations by name, ended ones among them; or those of one day. */
export function Search({ lists }: { lists: readonly DesignationList[] }) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const authorityName = useAuthorities();
  const [words, change] = useSearchWords();
  const q = words['q'];
  const on = isDay(words['on']) ? words['on'] : undefined;
  const kind = oneOfWords(words['kind'], kinds) ?? undefined;
  const authorities = [...new Set(lists.map((list) => list.authority))];
  const authority = authorities.find((each) => each === words['by']);
  const { rows, pager, isWhole } = usePaging(
    ['designations', authority ?? 'all', kind ?? 'all', on ?? 'now', q ?? ''],
    (page, signal) =>
      desk.listDesignations({ query: { ...page, ...given({ q, authority, kind, on }) }, signal }),
  );
  const first = lists
    .flatMap((list) => list.first_edition_on ?? [])
    .toSorted()
    .at(-1);
  return (
    <Stack>
      <Filters>
        <SearchField
          label={_('Name or reference')}
          hint={_('Any name, in any script; or the publisher’s reference.')}
          value={q ?? ''}
          onSearch={(next) => change({ q: next === '' ? null : next })}
        />
        <Select
          label={_('Listed by')}
          value={authority ?? 'all'}
          onChange={(chosen) => change({ by: chosen === 'all' ? null : chosen })}
          options={[
            { id: 'all', label: _('Any authority') },
            ...authorities.map((id) => ({ id, label: authorityName(id) })),
          ]}
        />
        <Select
          label={_('Kind')}
          value={kind ?? 'all'}
          onChange={(chosen) => change({ kind: chosen === 'all' ? null : chosen })}
          options={[
            { id: 'all', label: _('All') },
            ...kinds.map((id) => ({ id, label: _(designationKinds[id]) })),
          ]}
        />
        <DateField
          label={_('Listed on the day')}
          optional
          value={on ?? ''}
          onChange={(day) => change({ on: day === '' ? null : day })}
        />
      </Filters>
      {on !== undefined && first !== undefined && on < first && (
        <Callout title={_('Before the first editions that are here')}>
          <p>
            {_(
              'The first edition of one of these lists is of {day}. Who was listed before and removed again by then is not known.',
              { day: calendarDay(first) },
            )}
          </p>
        </Callout>
      )}
      {rows === null ? <Loading /> : <Found rows={rows} isSearch={q !== undefined} />}
      {!isWhole && <Pager {...pager} />}
      <Exports on={on} />
    </Stack>
  );
}

function Found({ rows, isSearch }: { rows: readonly Designation[]; isSearch: boolean }) {
  const { _ } = useLingui();
  const { calendarDay, number } = useFormats();
  const authorityName = useAuthorities();
  return (
    <Table
      caption={_('Designations')}
      rows={rows}
      rowKey={(row) => row.designation_id}
      rowHref={(row) => `/register/${row.designation_id}`}
      empty={
        <EmptyState
          title={isSearch ? _('No designation has this name') : _('Nobody is listed so')}
          icon="search"
        >
          <p>{_('Only the lists imported here were searched.')}</p>
        </EmptyState>
      }
      columns={[
        { id: 'name', label: _('Name'), render: (row) => <bdi>{row.name}</bdi> },
        { id: 'kind', label: _('Kind'), render: (row) => _(designationKinds[row.kind]) },
        {
          id: 'by',
          label: _('Listed by'),
          render: (row) => (
            <>
              {authorityName(row.authority)} <bdi>({row.reference})</bdi>
            </>
          ),
        },
        {
          id: 'since',
          label: _('Since'),
          render: (row) => (row.listed_on ? calendarDay(row.listed_on) : _('Not said')),
        },
        { id: 'state', label: _('State'), render: (row) => <Standing designation={row} /> },
        {
          id: 'alone',
          label: _('Names that signal alone'),
          numeric: true,
          render: (row) =>
            _('{alone} of {all}', {
              alone: number(row.names.filter((name) => name.alone).length),
              all: number(row.names.length),
            }),
        },
      ]}
    />
  );
}

/** Whether a designation stands or has ended. */
export function Standing({
  designation,
}: {
  designation: { readonly ended_on: string | null; readonly expires_on: string | null };
}) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  const { ended_on: ended, expires_on: expires } = designation;
  if (ended !== null) return <Badge>{_('Ended on {day}', { day: calendarDay(ended) })}</Badge>;
  if (expires !== null)
    return (
      <Badge tone="info" icon="clock">
        {_('Listed until {day}', { day: calendarDay(expires) })}
      </Badge>
    );
  return <Badge tone="info">{_('Listed')}</Badge>;
}
