import { Outlet, useRouter } from '@tanstack/react-router';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { Toasts } from '../design/toast.tsx';
import { Arrival } from './arrival.tsx';
import { ShortcutProvider } from './shortcuts.tsx';

/** Everything every screen may rely on. Links of any component go through the router. */
export function Root() {
  const router = useRouter();
  return (
    <AriaRouterProvider navigate={(href) => void router.navigate({ href })}>
      <ShortcutProvider>
        <Outlet />
        <Toasts />
        <Arrival />
      </ShortcutProvider>
    </AriaRouterProvider>
  );
}
