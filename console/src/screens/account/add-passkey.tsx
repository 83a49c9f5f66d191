import { useLingui } from '@lingui/react';
import {
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextField } from '../../design/text-field.tsx';
import { announce } from '../../design/toast.tsx';
import { desk } from '../../desk.ts';
import { sessionQuery } from '../../shell/session.ts';
import { FormDialog } from '../office/form.tsx';

/** Names a passkey, and lets the device make it. */
export function AddPasskey({ onClose }: { onClose: () => void }) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const begun = await desk.beginPasskey();
      const made = await startRegistration({
        // The contract leaves the shape to the W3C; the server's library wrote it.
        optionsJSON: begun.options as unknown as PublicKeyCredentialCreationOptionsJSON,
      });
      return desk.finishPasskey({
        body: { challenge_id: begun.challenge_id, name: name.trim(), response: { ...made } },
      });
    },
    onSuccess: async () => {
      announce(_('The passkey was added.'));
      onClose();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['passkeys'] }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]);
    },
  });
  const problem = problemOf(add.error);
  const refusedHere = add.error !== null && isOfBrowser(add.error);
  return (
    <FormDialog
      isOpen
      title={_('Add a passkey')}
      submit={_('Go on')}
      isPending={add.isPending}
      error={refusedHere ? null : add.error}
      fields={{ '/name': _('Name') }}
      onClose={onClose}
      onSubmit={() => add.mutate()}
    >
      {refusedHere && (
        <Callout live tone="warning" title={_('Your device made no passkey')}>
          <p>
            {_('It was stopped, took too long, or the device has one for this account already.')}
          </p>
        </Callout>
      )}
      <TextField
        label={_('Name')}
        hint={_('So that you know it again: “Work laptop”.')}
        maxLength={60}
        value={name}
        onChange={setName}
        error={fieldError(problem, '/name')}
      />
      <p>{_('Your browser asks you next.')}</p>
    </FormDialog>
  );
}

/** The ceremony of the browser fails with its own errors (WebAuthn Level 3, section 5.1.3). */
function isOfBrowser(error: Error): boolean {
  return error.name !== 'ApiProblem' && error.name !== 'ConnectionProblem';
}
