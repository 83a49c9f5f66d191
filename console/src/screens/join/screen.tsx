import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { Loading } from '../../design/loading.tsx';
import { desk } from '../../desk.ts';
import { Entrance } from '../entrance/entrance.tsx';
import { LinkRefused } from '../entrance/link-refused.tsx';
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
        <LinkRefused
          title={_('This invitation cannot be used')}
          over={_(
            'It was used, withdrawn, or its time is over. Ask whoever sent it for another. If you have joined already, sign in.',
          )}
          error={check.error}
        />
      )}
    </Entrance>
  );
}
