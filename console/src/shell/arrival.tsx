import { useLingui } from '@lingui/react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Message } from '../i18n/message.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: Message;
  }
}

/**
 * After a change of screen, names the window and moves focus to the new heading: it is read out,
 * and the next Tab goes into the screen. A screen still reading its data has no heading yet; focus
 * waits for it. A change of search words alone (a filter, a tab) leaves focus where it is.
 */
export function Arrival() {
  const router = useRouter();
  const { _ } = useLingui();
  // Words that come with a screen make another `_`; an arrival under way must not begin anew.
  const translate = useRef(_);
  useEffect(() => {
    translate.current = _;
  }, [_]);
  useEffect(() => {
    // While a screen reads its data, the one before is still there, hidden.
    const heading = () =>
      [...document.querySelectorAll<HTMLElement>('main h1[tabindex]')].find((each) =>
        each.checkVisibility(),
      ) ?? null;
    let left: HTMLElement | null = null;
    let isDue = false;
    const observer = new MutationObserver(arrive);

    function arrive() {
      const found = heading();
      if (!isDue || !found || found === left) return;
      isDue = false;
      observer.disconnect();
      found.focus({ preventScroll: true });
      if (!location.hash) scrollTo(0, 0);
    }

    const unsubscribe = [
      router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        isDue = true;
        left = heading();
        observer.observe(document.body, {
          childList: true,
          subtree: true,
          attributeFilter: ['style'],
        });
      }),
      router.subscribe('onRendered', () => {
        const title = router.state.matches.at(-1)?.staticData.title;
        if (!heading() && title) document.title = translate.current(title);
        // The same heading may serve two addresses.
        left = null;
        arrive();
      }),
    ];
    return () => {
      observer.disconnect();
      for (const end of unsubscribe) end();
    };
  }, [router]);
  return null;
}
