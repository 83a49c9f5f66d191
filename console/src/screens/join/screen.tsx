import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { Loading } from '../../design/loading.tsx';
import { problemOf } from '../../design/problem.ts';
import { desk } from '../../desk.ts';
import { Entrance } from '../entrance/entrance.tsx';
import { tokenFromHash } from '../entrance/link-token.ts';
import { JoinForm } from './join-form.tsx';

/** From an invitation's one-time link to a person of the desk. */
export function Screen() {
  const { _ } = useLingui();
  const [token] = useState(() => tokenFromHash(location.hash));
  const check = useQuery({
    queryKey: ['invitation-link'],
    queryFn: ({ signal }) => desk.checkInvitation({ body: { token: token ?? '' }, signal }),
    enabled: token !== null,
    staleTime: Infinity,
  });
  const invitation = check.data;
  return (
    <Entrance
      title={invitation ? _('Join {desk}', { desk: invitation.desk_name }) : _('Join a desk')}
      deskName={invitation?.desk_name}
    >
      {token === null ? (
        <Callout tone="warning" title={_('This address lacks its invitation')}>
          <p>{_('Open the link you were sent whole, with all that follows the # sign.')}</p>
        </Callout>
      ) : check.isPending ? (
        <Loading label={_('Checking the invitation')} />
      ) : invitation ? (
        <JoinForm token={token} invitation={invitation} />
      ) : (
        <Callout tone="error" live title={_('This invitation cannot be used')}>
          <p>
            {problemOf(check.error)?.status === 410
              ? _(
                  'It was used, withdrawn, or its time is over. Ask whoever sent it for another. If you have joined already, sign in.',
                )
              : _('The server could not be reached. Nothing was lost: load this page again.')}
          </p>
          <p>
            <a href="/sign-in">{_('Sign in')}</a>
          </p>
        </Callout>
      )}
    </Entrance>
  );
}
