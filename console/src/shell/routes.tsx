import type { ReactNode } from 'react';
import { msg, type Message } from '../i18n/message.ts';
import type { Audience } from './session.ts';

/** What a screen's file exports. */
export interface ScreenModule {
  Screen: () => ReactNode;
}

/** A screen and where it lives. Its code, and its words, load when it is first opened. */
export interface ScreenRoute {
  /** TanStack Router's path: `/cases/$caseId`. Read it with `useParams({ strict: false })`. */
  path: string;
  /** The window's title until the screen's PageHeader gives its own. */
  title: Message;
  roles: Audience;
  load: () => Promise<ScreenModule>;
  /** Folder under `screens/` whose `locales/` hold its words, when it has its own. */
  words?: string;
  /** Without navigation around it: sign-in, set-up, invitation. */
  bare?: boolean;
}

/** All screens. To add one: write `screens/<name>/screen.tsx` exporting `Screen`, add a line. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/style',
    title: msg('Style sheet'),
    roles: 'anyone',
    load: () => import('../screens/style/screen.tsx'),
    words: 'style',
    bare: true,
  },
];
