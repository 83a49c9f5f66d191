import type { operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Refusal } from '../office/refusal.tsx';
import { useMay } from '../office/use-may.ts';
import { usePaging } from '../office/use-paging.ts';
import { scopeWords } from './scope-words.ts';

type ApiKey = ReplyOf<typeof operations.listApiKeys>['data'][number];

/** All keys, revoked ones among them. */
export function KeyList({ make }: { make: ReactNode }) {
  const { _ } = useLingui();
  const { list } = useFormats();
  const may = useMay();
  const [asking, setAsking] = useState<ApiKey | null>(null);
  const { rows, pager, isWhole } = usePaging(['api-keys'], (page, signal) =>
    desk.listApiKeys({ query: page, signal }),
  );
  if (rows === null) return <Loading />;
  const columns: Column<ApiKey>[] = [
    { id: 'name', label: _('Name'), render: (key) => <bdi>{key.name}</bdi> },
    {
      id: 'state',
      label: _('State'),
      render: (key) =>
        key.revoked_at ? (
          <Badge>{_('Revoked')}</Badge>
        ) : (
          <Badge tone="success">{_('In use')}</Badge>
        ),
    },
    {
      id: 'scopes',
      label: _('May do'),
      render: (key) => list(key.scopes.map((scope) => _(scopeWords[scope].label))),
    },
    { id: 'by', label: _('Made by'), render: (key) => <bdi>{key.created_by}</bdi> },
    { id: 'made', label: _('Made'), render: (key) => <RelativeTime at={key.created_at} /> },
    {
      id: 'used',
      label: _('Last used'),
      render: (key) => (key.last_used_at ? <RelativeTime at={key.last_used_at} /> : _('Never')),
    },
  ];
  if (may('revokeApiKey') && rows.some((key) => key.revoked_at === null))
    columns.push({
      id: 'act',
      label: _('What to do'),
      render: (key) =>
        key.revoked_at === null ? (
          <Button
            small
            aria-label={_('Revoke {name}', { name: key.name })}
            onPress={() => setAsking(key)}
          >
            {_('Revoke…')}
          </Button>
        ) : (
          '—'
        ),
    });
  return (
    <>
      <Table
        caption={_('API keys')}
        rows={rows}
        rowKey={(key) => key.api_key_id}
        columns={columns}
        empty={
          <EmptyState title={_('No key yet')} icon="key" actions={make}>
            <p>{_('A platform needs one to send items and reports here.')}</p>
          </EmptyState>
        }
      />
      {!isWhole && <Pager {...pager} />}
      {asking && <Revoke apiKey={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => desk.revokeApiKey({ params: { api_key_id: apiKey.api_key_id } }),
    onSuccess: async () => {
      announce(_('The key was revoked.'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['api-keys'] });
    },
  });
  return (
    <ConfirmDialog
      danger
      isOpen
      title={_('Revoke {name}?', { name: apiKey.name })}
      confirm={_('Revoke')}
      isPending={revoke.isPending}
      onClose={onClose}
      onConfirm={() => revoke.mutate()}
    >
      <p>{_('Programs that use it are refused at once. This cannot be undone.')}</p>
      <Refusal error={revoke.error} />
    </ConfirmDialog>
  );
}
