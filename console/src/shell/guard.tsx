import { useLingui } from '@lingui/react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { ProblemScreen } from '../design/problem-screen.tsx';
import { belongs, useSession, type Audience } from './session.ts';

interface GuardProps {
  audience: Audience;
  children: ReactNode;
}

/** Sends the signed-out to sign in, and says plainly when a screen is for other roles. */
export function Guard({ audience, children }: GuardProps) {
  return audience === 'anyone' ? children : <Checked audience={audience}>{children}</Checked>;
}

function Checked({ audience, children }: GuardProps) {
  const { _ } = useLingui();
  const session = useSession();
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.href });
  // Where one wanted to go: the address changes to sign-in while this screen is still drawn.
  const wanted = useRef(here);
  const signedIn = session.state === 'signed_in';
  useEffect(() => {
    if (signedIn) wanted.current = here;
  }, [signedIn, here]);
  useEffect(() => {
    if (signedIn) return;
    const next = encodeURIComponent(wanted.current);
    void navigate({ href: `/sign-in?next=${next}`, replace: true });
  }, [signedIn, navigate]);
  if (!signedIn) return null;
  if (belongs(session, audience)) return children;
  return (
    <ProblemScreen title={_('Not for your role')}>
      <p>{_('An administrator of your desk can change what you may do.')}</p>
    </ProblemScreen>
  );
}
