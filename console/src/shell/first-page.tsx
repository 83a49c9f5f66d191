import { useLingui } from '@lingui/react';
import { Navigate } from '@tanstack/react-router';
import { EmptyState } from '../design/empty-state.tsx';
import { PageHeader } from '../design/page-header.tsx';
import { navigationFor } from './navigation.ts';
import { routes } from './routes.tsx';
import { useSession } from './session.ts';

const paths = new Set(routes.map((route) => route.path));

/** Leads on to the first place this person may use. */
export function FirstPage() {
  const { _ } = useLingui();
  const session = useSession();
  const first = navigationFor(session, (href) => paths.has(href))[0]?.entries[0];
  if (first) return <Navigate to={first.href} replace />;
  return (
    <>
      <PageHeader title={_('Welcome')} />
      <EmptyState title={_('You have no role here yet')} icon="people">
        <p>{_('An administrator of your desk can change what you may do.')}</p>
      </EmptyState>
    </>
  );
}
