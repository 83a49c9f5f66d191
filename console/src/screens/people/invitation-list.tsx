import type { operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { Email } from '../../design/email.tsx';
import { Pager } from '../../design/pager.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { Table, type Column } from '../../design/table.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { msg } from '../../i18n/message.ts';
import { roleNames } from '../../words/roles.ts';
import type { StateWords } from '../../words/states.ts';
import { Refusal } from '../office/refusal.tsx';
import { useMay } from '../office/use-may.ts';
import { usePaging } from '../office/use-paging.ts';

type Invitation = ReplyOf<typeof operations.listInvitations>['data'][number];

const states: Readonly<Record<Invitation['state'], StateWords>> = {
  open: { label: msg('Not used yet'), tone: 'info' },
  accepted: { label: msg('Accepted'), tone: 'success' },
  withdrawn: { label: msg('Withdrawn'), tone: 'neutral' },
  expired: { label: msg('Expired'), tone: 'neutral' },
};

/** Invitations made so far; nothing when there are none. */
export function InvitationList() {
  const { _ } = useLingui();
  const { list } = useFormats();
  const may = useMay();
  const [asking, setAsking] = useState<Invitation | null>(null);
  const { rows, pager, isWhole } = usePaging(['invitations'], (page, signal) =>
    desk.listInvitations({ query: page, signal }),
  );
  if (rows === null || (rows.length === 0 && isWhole)) return null;
  const columns: Column<Invitation>[] = [
    {
      id: 'email',
      label: _('E-mail'),
      render: (invitation) => <Email address={invitation.email} />,
    },
    {
      id: 'roles',
      label: _('Roles'),
      render: (invitation) => list(invitation.roles.map((role) => _(roleNames[role]))),
    },
    {
      id: 'state',
      label: _('State'),
      render: ({ state }) => <Badge tone={states[state].tone}>{_(states[state].label)}</Badge>,
    },
    {
      id: 'by',
      label: _('Invited by'),
      render: (invitation) => <bdi>{invitation.invited_by}</bdi>,
    },
    {
      id: 'until',
      label: _('Valid until'),
      render: (invitation) => <RelativeTime at={invitation.expires_at} />,
    },
  ];
  if (may('withdrawInvitation') && rows.some((invitation) => invitation.state === 'open'))
    columns.push({
      id: 'act',
      label: _('What to do'),
      render: (invitation) =>
        invitation.state === 'open' ? (
          <Button
            small
            aria-label={_('Withdraw the invitation for {email}', { email: invitation.email })}
            onPress={() => setAsking(invitation)}
          >
            {_('Withdraw…')}
          </Button>
        ) : (
          '—'
        ),
    });
  return (
    <>
      <Table
        caption={_('Invitations')}
        rows={rows}
        rowKey={(invitation) => invitation.invitation_id}
        columns={columns}
      />
      {!isWhole && <Pager {...pager} />}
      {asking && <Withdraw invitation={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Withdraw({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      desk.withdrawInvitation({ params: { invitation_id: invitation.invitation_id } }),
    onSuccess: async () => {
      announce(_('The invitation was withdrawn.'));
      onClose();
      await queries.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  return (
    <ConfirmDialog
      danger
      isOpen
      title={_('Withdraw the invitation for {email}?', { email: invitation.email })}
      confirm={_('Withdraw')}
      isPending={withdraw.isPending}
      onClose={onClose}
      onConfirm={() => withdraw.mutate()}
    >
      <p>{_('Its link stops working at once. You can invite them again.')}</p>
      <Refusal error={withdraw.error} />
    </ConfirmDialog>
  );
}
