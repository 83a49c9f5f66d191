import { entryStatuses, type Bank, type BankEntry } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Select } from '../../design/select.tsx';
import { Switch } from '../../design/switch.tsx';
import { Table } from '../../design/table.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { given } from '../office/given.ts';
import { Filters } from '../office/layout.tsx';
import { SearchField } from '../office/search-field.tsx';
import { usePaging } from '../office/use-paging.ts';
import { oneOfWords, useSearchWords } from '../office/use-search-words.ts';
import { ConfirmAll } from './confirm-all.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { isUnconfirmed } from './unconfirmed.ts';
import { entryStatusWords } from '../../words/entries.ts';

/** Entries, searched and filtered. */
export function EntryList({ bank }: { bank: Bank }) {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const [opened, setOpened] = useState<BankEntry | null>(null);
  const status = oneOfWords(words['status'], entryStatuses) ?? undefined;
  const q = words['q'];
  const confirmed = words['confirmed'] === 'no' ? 'no' : undefined;
  const { rows, pager, isWhole } = usePaging(
    ['banks', bank.bank_id, 'entries', status ?? 'all', q ?? '', confirmed ?? 'all'],
    (page, signal) =>
      desk.listBankEntries({
        params: { bank_id: bank.bank_id },
        query: { ...page, ...given({ status, q, confirmed }) },
        signal,
      }),
  );
  return (
    <>
      <Filters>
        <SearchField
          label={_('Search the entries')}
          value={q ?? ''}
          onSearch={(next) => change({ q: next === '' ? null : next })}
        />
        <Select
          label={_('Status')}
          value={status ?? 'all'}
          onChange={(chosen) => change({ status: chosen === 'all' ? null : chosen })}
          options={[
            { id: 'all', label: _('All') },
            ...entryStatuses.map((id) => ({ id, label: _(entryStatusWords[id].label) })),
          ]}
        />
        <Switch
          isSelected={confirmed === 'no'}
          onChange={(on) => change({ confirmed: on ? 'no' : null })}
        >
          {_('Only what nobody has confirmed')}
        </Switch>
      </Filters>
      {confirmed === 'no' && rows !== null && rows.length > 0 && <ConfirmAll bank={bank} />}
      {rows === null ? (
        <Loading />
      ) : (
        <EntryTable
          rows={rows}
          onOpen={setOpened}
          isFiltered={status !== undefined || q !== undefined || confirmed !== undefined}
        />
      )}
      {!isWhole && <Pager {...pager} />}
      {opened && <EntryDialog entry={opened} onRead={setOpened} onClose={() => setOpened(null)} />}
    </>
  );
}

interface EntryTableProps {
  rows: readonly BankEntry[];
  onOpen: (entry: BankEntry) => void;
  isFiltered: boolean;
}

function EntryTable({ rows, onOpen, isFiltered }: EntryTableProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  return (
    <Table
      caption={_('Entries, newest first')}
      rows={rows}
      rowKey={(entry) => entry.bank_entry_id}
      empty={
        isFiltered ? (
          <EmptyState title={_('No entry fits the search')} icon="search" />
        ) : (
          <EmptyState title={_('This bank is empty')} icon="books">
            <p>{_('Add an entry, or import a file with many.')}</p>
          </EmptyState>
        )
      }
      columns={[
        {
          id: 'value',
          label: _('Value'),
          render: (entry) => (
            <code dir={entry.type === 'phrase' ? 'auto' : 'ltr'}>{entry.value}</code>
          ),
        },
        { id: 'label', label: _('Caption'), render: (entry) => <bdi>{entry.label || '—'}</bdi> },
        {
          id: 'status',
          label: _('Status'),
          render: (entry) => (
            <>
              <Badge tone={entryStatusWords[entry.status].tone}>
                {_(entryStatusWords[entry.status].label)}
              </Badge>{' '}
              {isUnconfirmed(entry) && <Badge tone="warn">{_('Not confirmed')}</Badge>}
            </>
          ),
        },
        {
          id: 'severity',
          label: _('Severity'),
          numeric: true,
          render: (entry) => (entry.severity === null ? '—' : number(entry.severity)),
        },
        { id: 'source', label: _('Source'), render: (entry) => <bdi>{entry.source}</bdi> },
        {
          id: 'updated',
          label: _('Changed'),
          render: (entry) => <RelativeTime at={entry.updated_at} />,
        },
        {
          id: 'open',
          label: _('What to do'),
          render: (entry) => (
            <Button
              small
              aria-label={_('Details of {value}', { value: entry.label || entry.value })}
              onPress={() => onOpen(entry)}
            >
              {_('Details')}
            </Button>
          ),
        },
      ]}
    />
  );
}
