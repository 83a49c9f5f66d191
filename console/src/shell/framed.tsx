import { useLingui } from '@lingui/react';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { TitleSuffix } from '../design/document-title.ts';
import { announce } from '../design/toast.tsx';
import { Frame } from './frame.tsx';
import { navigationFor } from './navigation.ts';
import { routes } from './routes.tsx';
import { signOut, useSession } from './session.ts';

const paths = new Set(routes.map((route) => route.path));

/** The frame, filled from the session. */
export function Framed({ children }: { children: ReactNode }) {
  const { _ } = useLingui();
  const session = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const deskName = session.desk?.name ?? 'Commonweal';
  return (
    <TitleSuffix value={deskName}>
      <Frame
        deskName={deskName}
        groups={navigationFor(session, (href) => paths.has(href))}
        path={path}
        person={session.person}
        onSignOut={() => {
          signOut().catch(() =>
            announce(_('You are still signed in: the server could not be reached.'), {
              tone: 'error',
            }),
          );
        }}
      >
        {children}
      </Frame>
    </TitleSuffix>
  );
}
