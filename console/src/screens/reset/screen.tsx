import type { Operations, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { Email } from '../../design/email.tsx';
import { KeyValue } from '../../design/key-value.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Loading } from '../../design/loading.tsx';
import { problemOf } from '../../design/problem-of.ts';
import { fieldError } from '../../design/problem-words.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { sessionQuery } from '../../shell/session.ts';
import { EntranceForm } from '../entrance/entrance-form.tsx';
import { Entrance } from '../entrance/entrance.tsx';
import { LinkRefused } from '../entrance/link-refused.tsx';
import { tokenFromHash } from '../entrance/link-token.ts';
import { NewPassword } from '../entrance/new-password.tsx';

/** From an administrator's one-time link to a new password. */
export function Screen() {
  const { _ } = useLingui();
  const [token] = useState(() => tokenFromHash(location.hash));
  const [isSet, setIsSet] = useState(false);
  const check = useQuery({
    queryKey: ['password-link'],
    queryFn: ({ signal }) => desk.checkPasswordReset({ body: { token: token ?? '' }, signal }),
    enabled: token !== null && !isSet,
    staleTime: Infinity,
  });
  return (
    <Entrance title={_('Set a new password')} deskName={check.data?.desk_name}>
      {isSet ? (
        <Callout
          live
          tone="success"
          title={_('Your new password is set')}
          actions={<LinkButton href="/sign-in">{_('Sign in')}</LinkButton>}
        >
          <p>{_('All your sessions have ended. Sign in with the new password.')}</p>
        </Callout>
      ) : token === null ? (
        <Callout tone="warning" title={_('This address lacks its link')}>
          <p>{_('Open the link you were sent whole, with all that follows the # sign.')}</p>
        </Callout>
      ) : check.isPending ? (
        <Loading label={_('Checking the link')} />
      ) : check.data ? (
        <ResetForm token={token} link={check.data} onSet={() => setIsSet(true)} />
      ) : (
        <LinkRefused
          title={_('This link cannot be used')}
          over={_('It was used, replaced by another, or its time is over. Ask for another.')}
          error={check.error}
        />
      )}
    </Entrance>
  );
}

interface ResetFormProps {
  token: string;
  link: ReplyOf<Operations['checkPasswordReset']>;
  onSet: () => void;
}

function ResetForm({ token, link, onSet }: ResetFormProps) {
  const { _ } = useLingui();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () => desk.resetPassword({ body: { token, password } }),
    onSuccess: async () => {
      onSet();
      // The browser may have been signed in as this person until now.
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const problem = problemOf(reset.error);
  return (
    <EntranceForm
      head={
        <>
          <KeyValue
            entries={[
              { label: _('E-mail address'), value: <Email address={link.email} /> },
              { label: _('The link ends'), value: <RelativeTime at={link.expires_at} /> },
            ]}
          />
          {link.factors_off && (
            <Callout>
              <p>
                {_(
                  'One-time codes, recovery codes and passkeys of this account are removed too. Set them up again once you are in.',
                )}
              </p>
            </Callout>
          )}
        </>
      }
      error={reset.error}
      fields={{ '/password': _('Password') }}
      submit={_('Set the password')}
      consequence={_('Spends the link and ends all your sessions.')}
      isPending={reset.isPending}
      onSubmit={() => reset.mutate()}
    >
      <input type="hidden" name="email" autoComplete="username" value={link.email} readOnly />
      <NewPassword
        value={password}
        onChange={setPassword}
        known={[link.email, link.desk_name]}
        error={fieldError(problem, '/password')}
      />
    </EntranceForm>
  );
}
