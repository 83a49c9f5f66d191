import { useLingui } from '@lingui/react';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Message } from '../i18n/message.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: Message;
  }
}

/**
 * After a change of screen, names the window and moves focus to the new heading: it is read out,
 * and the next Tab goes into the screen. A change of search words alone (a filter, a tab) leaves
 * focus where it is.
 */
export function Arrival() {
  const router = useRouter();
  const { _ } = useLingui();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        const heading = document.querySelector<HTMLElement>('main h1[tabindex]');
        // A screen still reading its data has no heading yet, and so has not named the window.
        const title = router.state.matches.at(-1)?.staticData.title;
        if (!heading && title) document.title = _(title);
        if (!fromLocation || !pathChanged) return;
        (heading ?? document.getElementById('main'))?.focus({ preventScroll: true });
        if (!location.hash) scrollTo(0, 0);
      }),
    [router, _],
  );
  return null;
}
