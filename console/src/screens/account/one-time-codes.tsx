import type { Person } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { fieldError, problemOf } from '../../design/problem.ts';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { sessionQuery } from '../../shell/session.ts';
import { FormDialog } from '../office/form.tsx';
import { Refusal } from '../office/refusal.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpCodes } from './set-up-codes.tsx';

/** Codes from an authenticator app, beside the password. */
export function OneTimeCodes({ person }: { person: Person }) {
  const { _ } = useLingui();
  const [removing, setRemoving] = useState(false);
  const begin = useMutation({ mutationFn: () => desk.beginTotp() });
  return (
    <Panel
      title={_('One-time codes')}
      lead={_(
        'A code from your phone beside the password, so that a stolen password is not enough.',
      )}
      actions={
        person.totp ? (
          <Badge tone="success">{_('On')}</Badge>
        ) : (
          <Badge tone="warn">{_('Off')}</Badge>
        )
      }
    >
      <Refusal error={begin.error} />
      {person.totp ? (
        <>
          <RecoveryCodes person={person} />
          <div>
            <Button onPress={() => setRemoving(true)}>{_('Switch off…')}</Button>
          </div>
        </>
      ) : begin.data ? (
        <SetUpCodes begun={begin.data} onDone={() => begin.reset()} />
      ) : (
        <div>
          <Button kind="primary" isPending={begin.isPending} onPress={() => begin.mutate()}>
            {_('Set up')}
          </Button>
        </div>
      )}
      {removing && <SwitchOff onClose={() => setRemoving(false)} />}
    </Panel>
  );
}

function SwitchOff({ onClose }: { onClose: () => void }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const remove = useMutation({
    mutationFn: () => desk.removeTotp({ body: { password } }),
    onSuccess: async () => {
      announce(_('One-time codes are off.'));
      onClose();
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <FormDialog
      isOpen
      danger
      title={_('Switch one-time codes off?')}
      submit={_('Switch off')}
      isPending={remove.isPending}
      error={remove.error}
      fields={{ '/password': _('Password') }}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
    >
      <p>{_('After that your password alone opens your account, and with it the desk.')}</p>
      <TextField
        label={_('Password')}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
        error={fieldError(problemOf(remove.error), '/password')}
      />
    </FormDialog>
  );
}
