import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { TextField } from '../../design/text-field.tsx';
import { sessionQuery } from '../../shell/session.ts';
import { FormDialog } from '../office/form.tsx';

interface PasswordDialogProps<Done> {
  title: string;
  /** The verb: "Switch off". */
  submit: string;
  danger?: boolean;
  act: (password: string) => Promise<Done>;
  onDone: (done: Done) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for the password once more, before what would help a thief of the session. */
export function PasswordDialog<Done>(props: PasswordDialogProps<Done>) {
  const { title, submit, danger = false, act, onDone, onClose, children } = props;
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const ask = useMutation({
    mutationFn: () => act(password),
    onSuccess: async (done) => {
      onDone(done);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <FormDialog
      isOpen
      danger={danger}
      title={title}
      submit={submit}
      isPending={ask.isPending}
      error={ask.error}
      fields={{ '/password': _('Password') }}
      onClose={onClose}
      onSubmit={() => ask.mutate()}
    >
      {children}
      <TextField
        label={_('Password')}
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
        error={fieldError(problemOf(ask.error), '/password')}
      />
    </FormDialog>
  );
}
