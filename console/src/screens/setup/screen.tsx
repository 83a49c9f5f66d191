import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Callout } from '../../design/callout.tsx';
import { Loading } from '../../design/loading.tsx';
import { RelativeTime } from '../../design/relative-time.tsx';
import { desk } from '../../desk.ts';
import { Entrance } from '../entrance/entrance.tsx';
import { LinkRefused } from '../entrance/link-refused.tsx';
import { tokenFromHash } from '../entrance/link-token.ts';
import { SetupForm } from './setup-form.tsx';

/** From a one-time link to a desk and its first administrator. */
export function Screen() {
  const { _ } = useLingui();
  const [token] = useState(() => tokenFromHash(location.hash));
  return (
    <Entrance
      title={_('Set up a desk')}
      lead={_('A desk is the workspace of one organisation. You will be its first administrator.')}
    >
      {token === null ? (
        <Callout tone="warning" title={_('This address lacks its link')}>
          <p>
            {_(
              'The server prints a link when it starts without a desk. Open that link whole, with all that follows the # sign.',
            )}
          </p>
        </Callout>
      ) : (
        <Checked token={token} />
      )}
    </Entrance>
  );
}

function Checked({ token }: { token: string }) {
  const { _ } = useLingui();
  const check = useQuery({
    queryKey: ['setup-link'],
    queryFn: ({ signal }) => desk.checkSetup({ body: { token }, signal }),
    staleTime: Infinity,
  });
  if (check.isPending) return <Loading label={_('Checking the link')} />;
  if (check.isError)
    return (
      <LinkRefused
        title={_('This link does not open a desk')}
        over={_(
          'It was used, or its time is over. Whoever runs the server can make another. If you have set up the desk already, sign in.',
        )}
        error={check.error}
      />
    );
  return (
    <>
      <p>
        {_('This link works once, and ends')} <RelativeTime at={check.data.expires_at} />.
      </p>
      <SetupForm token={token} />
    </>
  );
}
