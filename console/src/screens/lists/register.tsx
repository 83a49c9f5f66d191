import type { Designation, DesignationList } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Badge } from '../../design/badge.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { Select } from '../../design/select.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { given } from '../office/given.ts';
import { Filters } from '../office/layout.tsx';
import { SearchField } from '../office/search-field.tsx';
import { usePaging } from '../office/use-paging.ts';
import { useSearchWords } from '../office/use-search-words.ts';
import { designationKinds } from './words.ts';

/** Designations by name; ended ones among them. */
export function Register({ lists }: { lists: readonly DesignationList[] }) {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const q = words['q'];
  const listId = lists.find((list) => list.list_id === words['list'])?.list_id;
  const { rows, pager, isWhole } = usePaging(
    ['designations', listId ?? 'all', q ?? ''],
    (page, signal) =>
      desk.listDesignations({ query: { ...page, ...given({ q, list_id: listId }) }, signal }),
  );
  return (
    <>
      <Filters>
        <SearchField
          label={_('Name or reference')}
          hint={_('Any name, in any script; or the publisher’s reference.')}
          value={q ?? ''}
          onSearch={(next) => change({ q: next === '' ? null : next })}
        />
        {lists.length > 1 && (
          <Select
            label={_('List')}
            value={listId ?? 'all'}
            onChange={(chosen) => change({ list: chosen === 'all' ? null : chosen })}
            options={[
              { id: 'all', label: _('All') },
              ...lists.map((list) => ({ id: list.list_id, label: list.name })),
            ]}
          />
        )}
      </Filters>
      {rows === null ? <Loading /> : <Found rows={rows} isSearch={q !== undefined} />}
      {!isWhole && <Pager {...pager} />}
    </>
  );
}

function Found({ rows, isSearch }: { rows: readonly Designation[]; isSearch: boolean }) {
  const { _ } = useLingui();
  const { calendarDay, number } = useFormats();
  return (
    <Table
      caption={_('Designations')}
      rows={rows}
      rowKey={(row) => row.designation_id}
      rowHref={(row) => `/lists/designations/${row.designation_id}`}
      empty={
        <EmptyState
          title={isSearch ? _('No designation has this name') : _('The register is empty')}
          icon="search"
        >
          <p>{_('Only the lists imported here were searched.')}</p>
        </EmptyState>
      }
      columns={[
        { id: 'name', label: _('Name'), render: (row) => <bdi>{row.name}</bdi> },
        { id: 'kind', label: _('Kind'), render: (row) => _(designationKinds[row.kind]) },
        { id: 'reference', label: _('Reference'), render: (row) => <bdi>{row.reference}</bdi> },
        {
          id: 'since',
          label: _('Listed'),
          render: (row) => (row.listed_on ? calendarDay(row.listed_on) : _('Unknown')),
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
export function Standing({ designation }: { designation: Designation }) {
  const { _ } = useLingui();
  const { calendarDay } = useFormats();
  return designation.ended_on ? (
    <Badge>{_('Ended on {day}', { day: calendarDay(designation.ended_on) })}</Badge>
  ) : (
    <Badge tone="info">{_('Listed')}</Badge>
  );
}
