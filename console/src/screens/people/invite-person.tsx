import { operations, type ReplyOf, type Role } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { Panel } from '../../design/panel.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextField } from '../../design/text-field.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { FormDialog } from '../office/form.tsx';
import { RoleField } from './role-field.tsx';

/** An invitation just made, with its link. */
export type Invited = ReplyOf<typeof operations.invitePerson>;

interface InvitePersonProps {
  onClose: () => void;
  onInvited: (invited: Invited) => void;
}

/** Asks whom to invite, and as what. */
export function InvitePerson({ onClose, onInvited }: InvitePersonProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const invite = useMutation({
    mutationFn: () => desk.invitePerson({ body: { email: email.trim(), roles } }),
    onSuccess: async (reply) => {
      await queries.invalidateQueries({ queryKey: ['invitations'] });
      onInvited(reply);
    },
  });
  const problem = problemOf(invite.error);
  return (
    <FormDialog
      isOpen
      title={_('Invite somebody')}
      submit={_('Make the link')}
      isPending={invite.isPending}
      error={invite.error}
      fields={{ '/email': _('E-mail'), '/roles': _('Roles') }}
      onClose={onClose}
      onSubmit={() => invite.mutate()}
    >
      <TextField
        label={_('E-mail')}
        type="email"
        hint={_('They will sign in with it. Nothing is sent: you hand them the link yourself.')}
        value={email}
        onChange={setEmail}
        maxLength={254}
        error={fieldError(problem, '/email')}
      />
      <RoleField value={roles} onChange={setRoles} error={fieldError(problem, '/roles')} />
    </FormDialog>
  );
}

/** The link, this once. */
export function LinkOnce({ invitation, link, onDone }: Invited & { onDone: () => void }) {
  const { _ } = useLingui();
  const { moment } = useFormats();
  return (
    <Panel
      title={_('Invitation for {email}', { email: invitation.email })}
      lead={_('Hand it over in a way that only they can read. It works once, until {moment}.', {
        moment: moment(new Date(invitation.expires_at)),
      })}
      actions={
        <Button small onPress={onDone}>
          {_('I have kept it')}
        </Button>
      }
    >
      <Copyable once label={_('Link')} value={link} />
    </Panel>
  );
}
