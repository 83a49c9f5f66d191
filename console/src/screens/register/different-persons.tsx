import type { DifferentPerson } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/checkbox.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { Table } from '../../design/table.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Stack } from '../office/layout.tsx';
import { Refusal } from '../office/refusal.tsx';
import { useMay } from '../office/use-may.ts';
import { usePaging } from '../office/use-paging.ts';
import { useAuthorities } from './words.ts';

/** Names and accounts that people found to be of somebody else, by whom, why, and until when. */
export function DifferentPersons() {
  const { _ } = useLingui();
  const { day } = useFormats();
  const authorityName = useAuthorities();
  const [all, setAll] = useState(false);
  const { rows, pager, isWhole } = usePaging(['designations', 'different', all], (page, signal) =>
    desk.listDifferentPersons({ query: { ...page, all }, signal }),
  );
  return (
    <Stack>
      <p>{_('Reviewed, and of somebody else than who is listed. Each ends by itself.')}</p>
      <Checkbox isSelected={all} onChange={setAll}>
        {_('Those that have ended, too')}
      </Checkbox>
      {rows === null ? (
        <Loading />
      ) : (
        <Table
          caption={_('Different persons')}
          rows={rows}
          rowKey={(row) => row.review_id}
          empty={
            <EmptyState title={_('Nobody yet')} icon="person">
              <p>{_('Screen a name, look, and say so where it is somebody else.')}</p>
            </EmptyState>
          }
          columns={[
            {
              id: 'value',
              label: _('Account or name'),
              render: (row) => (
                <>
                  <bdi>{row.value}</bdi>{' '}
                  <small>{row.subject === 'account' ? _('account') : _('name')}</small>
                </>
              ),
            },
            {
              id: 'not',
              label: _('Is not'),
              render: (row) => (
                <>
                  <bdi>{row.listed_name}</bdi> ({authorityName(row.authority)},{' '}
                  <bdi>{row.reference}</bdi>)
                </>
              ),
            },
            { id: 'why', label: _('How it is known'), render: (row) => <bdi>{row.reason}</bdi> },
            {
              id: 'by',
              label: _('Said by'),
              render: (row) => (
                <>
                  <bdi>{row.by}</bdi>, {day(new Date(row.created_at))}
                </>
              ),
            },
            { id: 'until', label: _('Until'), render: (row) => <Until row={row} /> },
          ]}
        />
      )}
      {!isWhole && <Pager {...pager} />}
    </Stack>
  );
}

function Until({ row }: { row: DifferentPerson }) {
  const { _ } = useLingui();
  const { day } = useFormats();
  const may = useMay();
  const queries = useQueryClient();
  const [now] = useState(() => new Date());
  const end = useMutation({
    mutationFn: () => desk.endDifferentPerson({ params: { review_id: row.review_id } }),
    onSuccess: async () => {
      announce(_('Taken back.'));
      await queries.invalidateQueries({ queryKey: ['designations', 'different'] });
    },
  });
  if (row.ended_at !== null)
    return <Badge>{_('Taken back on {day}', { day: day(new Date(row.ended_at)) })}</Badge>;
  const expires = new Date(row.expires_at);
  if (expires <= now) return <Badge>{_('Ran out on {day}', { day: day(expires) })}</Badge>;
  return (
    <>
      {day(expires)}{' '}
      {may('endDifferentPerson') && (
        <Button small kind="quiet" isPending={end.isPending} onPress={() => end.mutate()}>
          {_('Take it back')}
        </Button>
      )}
      <Refusal error={end.error} />
    </>
  );
}
