import type { Person } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Panel } from '../../design/panel.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { Refusal } from '../office/refusal.tsx';
import { PasswordDialog } from './password-dialog.tsx';
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
      {removing && (
        <PasswordDialog
          danger
          title={_('Switch one-time codes off?')}
          submit={_('Switch off')}
          act={(password) => desk.removeTotp({ body: { password } })}
          onDone={() => {
            announce(_('One-time codes are off.'));
            setRemoving(false);
          }}
          onClose={() => setRemoving(false)}
        >
          <p>{_('After that your password alone opens your account, and with it the desk.')}</p>
        </PasswordDialog>
      )}
    </Panel>
  );
}
