import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { TextField } from '../../design/text-field.tsx';
import { desk as api } from '../../desk.ts';
import { beginSession } from '../../shell/session.ts';
import styles from '../entrance/entrance.module.css';
import { Refused } from './refused.tsx';

export interface SignInProps {
  /** Slug of the desk; null until it is chosen. */
  desk: string | null;
}

/** E-mail address and password, then a one-time code where the person has set one up. */
export function PasswordSignIn({ desk }: SignInProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeNeeded, setCodeNeeded] = useState(false);
  const [lost, setLost] = useState(false);
  const codeField = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (codeNeeded) codeField.current?.querySelector('input')?.focus();
  }, [codeNeeded]);

  const signIn = useMutation({
    mutationFn: (slug: string) =>
      api.signIn({
        body: {
          desk: slug,
          email: email.trim(),
          password,
          ...(codeNeeded ? (lost ? { recovery_code: code.trim() } : { code }) : {}),
        },
      }),
    // The screen leads on once there is a session.
    onSuccess: ({ session }) => {
      if (session) beginSession(queries, session);
      else setCodeNeeded(true);
    },
    onError: (error) => {
      // A used code is worth nothing; the password stays, so that nobody types it twice.
      if (problemOf(error)?.status === 401) setCode('');
    },
  });

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (desk !== null) signIn.mutate(desk);
      }}
    >
      <Refused
        error={signIn.error}
        isDeskChosen={desk !== null}
        shown={codeNeeded ? 'code' : 'password'}
      />
      <TextField
        label={_('E-mail address')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={_('Password')}
        type="password"
        name="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={setPassword}
      />
      {codeNeeded && (
        <div ref={codeField}>
          {lost ? (
            <TextField
              label={_('Recovery code')}
              hint={_('One of the ten you kept. Each works once.')}
              name="recovery-code"
              autoComplete="off"
              minLength={10}
              maxLength={20}
              value={code}
              onChange={setCode}
            />
          ) : (
            <TextField
              label={_('One-time code')}
              hint={_('The six digits that your authenticator shows now.')}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="[0-9]{6}"
              maxLength={6}
              value={code}
              onChange={setCode}
            />
          )}
          <Button
            small
            kind="quiet"
            onPress={() => {
              setLost(!lost);
              setCode('');
              signIn.reset();
            }}
          >
            {lost ? _('Use a one-time code') : _('My phone is not here: use a recovery code')}
          </Button>
        </div>
      )}
      <div className={styles.acts}>
        <Button
          type="submit"
          kind="primary"
          isPending={signIn.isPending}
          isDisabled={desk === null}
        >
          {_('Sign in')}
        </Button>
      </div>
    </form>
  );
}
