import type { Matrix as MatrixPage, MatrixRow } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Checkbox } from '../../design/checkbox.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Icon } from '../../design/icon.tsx';
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
import { designationKinds, useAuthorities } from './words.ts';

const kinds = ['organisation', 'person'] as const;

/** Who is listed by which authorities, those first that most list. */
export function Matrix() {
  const { _ } = useLingui();
  const [words, change] = useSearchWords();
  const [authorities, setAuthorities] = useState<MatrixPage['authorities']>([]);
  const q = words['q'];
  const kind = oneOfWords(words['kind'], kinds) ?? 'organisation';
  const commonwealth = words['commonwealth'] === 'true';
  const { rows, pager, isWhole } = usePaging(
    ['designations', 'matrix', kind, commonwealth, q ?? ''],
    async (page, signal) => {
      const read = await desk.readMatrix({
        query: { ...page, kind, ...given({ q, commonwealth: commonwealth || undefined }) },
        signal,
      });
      setAuthorities(read.authorities);
      return read;
    },
  );
  return (
    <Stack>
      <Filters>
        <SearchField
          label={_('Name')}
          value={q ?? ''}
          onSearch={(next) => change({ q: next === '' ? null : next })}
        />
        <Select
          label={_('Kind')}
          value={kind}
          onChange={(chosen) => change({ kind: chosen === 'organisation' ? null : chosen })}
          options={kinds.map((id) => ({ id, label: _(designationKinds[id]) }))}
        />
        <Checkbox
          isSelected={commonwealth}
          onChange={(only) => change({ commonwealth: only ? 'true' : null })}
        >
          {_('Only what a member of the Commonwealth lists')}
        </Checkbox>
      </Filters>
      {rows === null ? <Loading /> : <Rows rows={rows} authorities={authorities} />}
      {!isWhole && <Pager {...pager} />}
    </Stack>
  );
}

interface RowsProps {
  rows: readonly MatrixRow[];
  authorities: MatrixPage['authorities'];
}

function Rows({ rows, authorities }: RowsProps) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const authorityName = useAuthorities();
  return (
    <Table
      caption={_('Who is listed by whom')}
      rows={rows}
      rowKey={(row) => row.designation_id}
      rowHref={(row) => `/register/${row.designation_id}`}
      empty={
        <EmptyState title={_('Nobody is listed so')} icon="search">
          <p>{_('Only the lists imported here were searched.')}</p>
        </EmptyState>
      }
      columns={[
        { id: 'name', label: _('Name'), render: (row) => <bdi>{row.name}</bdi> },
        {
          id: 'count',
          label: _('Authorities'),
          numeric: true,
          render: (row) => number(row.listed_by),
        },
        ...authorities.map(({ authority }) => ({
          id: authority,
          label: authorityName(authority),
          render: (row: MatrixRow) => (
            <Cell cell={row.cells.find((each) => each.authority === authority)} />
          ),
        })),
      ]}
    />
  );
}

function Cell({ cell }: { cell: MatrixRow['cells'][number] | undefined }) {
  const { _ } = useLingui();
  if (cell === undefined) return <span aria-label={_('Not listed')}>—</span>;
  const year = (cell.listed_on ?? cell.begins_on).slice(0, 4);
  if (cell.ended_on !== null)
    return <small>{_('{from} to {to}', { from: year, to: cell.ended_on.slice(0, 4) })}</small>;
  return (
    <span>
      <Icon name="check" /> {_('since {year}', { year })}
    </span>
  );
}
