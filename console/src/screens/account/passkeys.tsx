import type { operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Callout } from '../../design/callout.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Loading } from '../../design/loading.tsx';
import { Panel } from '../../design/panel.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table } from '../../design/table.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { sessionQuery } from '../../shell/session.ts';
import { Refusal } from '../office/refusal.tsx';
import { AddPasskey } from './add-passkey.tsx';

type Passkey = ReplyOf<typeof operations.listPasskeys>['data'][number];

/** Passkeys: signing in with the device itself. */
export function Passkeys() {
  const { _ } = useLingui();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const passkeys = useQuery({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => desk.listPasskeys({ signal }),
  });
  const supported = browserSupportsWebAuthn();
  return (
    <Panel
      title={_('Passkeys')}
      lead={_(
        'Sign in with your device: a fingerprint, a face, or its own code. Nothing to type, nothing to steal.',
      )}
      actions={
        <Button isDisabled={!supported} onPress={() => setAdding(true)}>
          {_('Add a passkey')}
        </Button>
      }
    >
      {!supported && (
        <Callout>
          <p>{_('This browser, or this address without https, cannot make passkeys.')}</p>
        </Callout>
      )}
      <Refusal error={passkeys.error} />
      {passkeys.isPending && <Loading lines={2} />}
      {passkeys.data && (
        <Table
          caption={_('Your passkeys')}
          rows={passkeys.data.data}
          rowKey={(passkey) => passkey.passkey_id}
          empty={<EmptyState title={_('No passkey yet')} icon="key" />}
          columns={[
            { id: 'name', label: _('Name'), render: (passkey) => <bdi>{passkey.name}</bdi> },
            {
              id: 'added',
              label: _('Added'),
              render: (passkey) => <RelativeTime at={passkey.created_at} />,
            },
            {
              id: 'used',
              label: _('Last used'),
              render: (passkey) =>
                passkey.last_used_at ? <RelativeTime at={passkey.last_used_at} /> : _('Never'),
            },
            {
              id: 'act',
              label: _('What to do'),
              render: (passkey) => (
                <Button
                  small
                  aria-label={_('Remove {name}', { name: passkey.name })}
                  onPress={() => setRemoving(passkey)}
                >
                  {_('Remove…')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {adding && <AddPasskey onClose={() => setAdding(false)} />}
      {removing && <RemovePasskey passkey={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
}

function RemovePasskey({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => desk.removePasskey({ params: { passkey_id: passkey.passkey_id } }),
    onSuccess: async () => {
      announce(_('The passkey was removed.'));
      onClose();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['passkeys'] }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]);
    },
  });
  return (
    <ConfirmDialog
      danger
      isOpen
      title={_('Remove {name}?', { name: passkey.name })}
      confirm={_('Remove')}
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    >
      <p>{_('It no longer opens your account. Your password still does.')}</p>
      <Refusal error={remove.error} />
    </ConfirmDialog>
  );
}
