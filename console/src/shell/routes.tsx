import { readers } from '@commonweal/contract';
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
  /** Folders under `screens/` whose `locales/` hold its words, when it has its own. */
  words?: string | readonly string[];
  /** Without navigation around it: sign-in, set-up, invitation. */
  bare?: boolean;
}

/** All screens. To add one: write `screens/<name>/screen.tsx` exporting `Screen`, add a line. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/',
    title: msg('Welcome'),
    roles: 'desk',
    load: () => import('../screens/home/screen.tsx'),
    words: 'home',
  },
  {
    path: '/setup',
    title: msg('Set up a desk'),
    roles: 'anyone',
    load: () => import('../screens/setup/screen.tsx'),
    words: ['setup', 'entrance'],
    bare: true,
  },
  {
    path: '/sign-in',
    title: msg('Sign in'),
    roles: 'anyone',
    load: () => import('../screens/sign-in/screen.tsx'),
    words: ['sign-in', 'entrance'],
    bare: true,
  },
  {
    path: '/join',
    title: msg('Join a desk'),
    roles: 'anyone',
    load: () => import('../screens/join/screen.tsx'),
    words: ['join', 'entrance'],
    bare: true,
  },
  {
    path: '/reset',
    title: msg('Set a new password'),
    roles: 'anyone',
    load: () => import('../screens/reset/screen.tsx'),
    words: ['reset', 'entrance'],
    bare: true,
  },
  {
    path: '/queue',
    title: msg('Queue'),
    roles: ['moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
    load: () => import('../screens/queue/screen.tsx'),
    words: 'queue',
  },
  {
    path: '/cases/$caseId',
    title: msg('Case'),
    roles: ['moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
    load: () => import('../screens/case/screen.tsx'),
    words: ['case', 'review'],
  },
  {
    path: '/decisions',
    title: msg('Decisions'),
    roles: ['moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
    load: () => import('../screens/decisions/screen.tsx'),
    words: 'decisions',
  },
  {
    path: '/decisions/$decisionId',
    title: msg('Decision'),
    roles: ['moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
    load: () => import('../screens/decision/screen.tsx'),
    words: ['decision', 'review'],
  },
  {
    path: '/appeals',
    title: msg('Appeals'),
    roles: ['appeals', 'senior', 'legal', 'auditor'],
    load: () => import('../screens/appeals/screen.tsx'),
    words: 'appeals',
  },
  {
    path: '/appeals/$appealId',
    title: msg('Appeal'),
    roles: ['appeals', 'senior', 'legal', 'auditor'],
    load: () => import('../screens/appeal/screen.tsx'),
    words: ['appeal', 'review'],
  },
  {
    path: '/deliveries',
    title: msg('Deliveries'),
    roles: ['administrator', 'moderator', 'senior', 'legal', 'auditor'],
    load: () => import('../screens/deliveries/screen.tsx'),
    words: ['deliveries', 'office'],
  },
  {
    path: '/measures/$measureId',
    title: msg('Measure'),
    roles: ['administrator', 'moderator', 'senior', 'legal', 'auditor'],
    load: () => import('../screens/deliveries/measure.tsx'),
    words: ['deliveries', 'office'],
  },
  {
    path: '/look-up',
    title: msg('Look something up'),
    roles: ['administrator', 'moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor'],
    load: () => import('../screens/look-up/screen.tsx'),
    words: ['look-up', 'review'],
  },
  {
    path: '/banks',
    title: msg('Banks'),
    roles: ['administrator', 'moderator', 'senior', 'legal', 'analyst', 'auditor'],
    load: () => import('../screens/banks/screen.tsx'),
    words: ['banks', 'office'],
  },
  {
    path: '/banks/$bankId',
    title: msg('Bank'),
    roles: ['administrator', 'moderator', 'senior', 'legal', 'analyst', 'auditor'],
    load: () => import('../screens/bank/screen.tsx'),
    words: ['bank', 'banks', 'office', 'review'],
  },
  {
    path: '/lists',
    title: msg('Lists'),
    roles: readers,
    load: () => import('../screens/lists/screen.tsx'),
    words: ['lists', 'register', 'office'],
  },
  {
    path: '/lists/$listKey',
    title: msg('List'),
    roles: readers,
    load: () => import('../screens/lists/list.tsx'),
    words: ['lists', 'register', 'office'],
  },
  {
    path: '/register',
    title: msg('Register'),
    roles: readers,
    load: () => import('../screens/register/screen.tsx'),
    words: ['register', 'office', 'review'],
  },
  {
    path: '/register/$designationId',
    title: msg('Designation'),
    roles: readers,
    load: () => import('../screens/register/entity.tsx'),
    words: ['register', 'office', 'review'],
  },
  {
    path: '/law',
    title: msg('Law'),
    roles: 'desk',
    load: () => import('../screens/law/screen.tsx'),
    words: ['law', 'register', 'office'],
  },
  {
    path: '/law/$jurisdiction',
    title: msg('Jurisdiction'),
    roles: 'desk',
    load: () => import('../screens/law/jurisdiction.tsx'),
    words: ['law', 'register', 'office'],
  },
  {
    path: '/what-if',
    title: msg('What if?'),
    roles: 'desk',
    load: () => import('../screens/what-if/screen.tsx'),
    words: ['what-if', 'case', 'office', 'review'],
  },
  {
    path: '/policy',
    title: msg('Policy'),
    roles: readers,
    load: () => import('../screens/policy/screen.tsx'),
    words: ['policy', 'office'],
  },
  {
    path: '/policy/$versionId',
    title: msg('Policy'),
    roles: readers,
    load: () => import('../screens/policy/version.tsx'),
    words: ['policy', 'office'],
  },
  {
    path: '/rules',
    title: msg('Rules'),
    roles: ['administrator', 'senior', 'analyst', 'moderator', 'auditor'],
    load: () => import('../screens/rules/screen.tsx'),
    words: ['rules', 'office'],
  },
  {
    path: '/rules/order',
    title: msg('Order of the rules'),
    roles: ['administrator', 'senior', 'analyst'],
    load: () => import('../screens/rules/order.tsx'),
    words: ['rules', 'office'],
  },
  {
    path: '/rules/$ruleId',
    title: msg('Rule'),
    roles: ['administrator', 'senior', 'analyst', 'moderator', 'auditor'],
    load: () => import('../screens/rules/rule.tsx'),
    words: ['rules', 'office'],
  },
  {
    path: '/transparency',
    title: msg('Transparency'),
    roles: 'desk',
    load: () => import('../screens/transparency/screen.tsx'),
    words: ['transparency', 'office'],
  },
  {
    path: '/ledger',
    title: msg('Ledger'),
    roles: readers,
    load: () => import('../screens/ledger/screen.tsx'),
    words: ['ledger', 'office'],
  },
  {
    path: '/people',
    title: msg('People'),
    roles: ['administrator', 'auditor'],
    load: () => import('../screens/people/screen.tsx'),
    words: ['people', 'office'],
  },
  {
    path: '/api-keys',
    title: msg('API keys'),
    roles: ['administrator', 'analyst', 'auditor'],
    load: () => import('../screens/api-keys/screen.tsx'),
    words: ['api-keys', 'office'],
  },
  {
    path: '/endpoints',
    title: msg('Platform endpoints'),
    roles: ['administrator', 'auditor'],
    load: () => import('../screens/endpoints/screen.tsx'),
    words: ['endpoints', 'office'],
  },
  {
    path: '/settings',
    title: msg('Settings'),
    roles: ['administrator'],
    load: () => import('../screens/settings/screen.tsx'),
    words: ['settings', 'office'],
  },
  {
    path: '/account',
    title: msg('You'),
    roles: 'desk',
    load: () => import('../screens/account/screen.tsx'),
    words: ['account', 'office'],
  },
  {
    path: '/style',
    title: msg('Style sheet'),
    roles: 'anyone',
    load: () => import('../screens/style/screen.tsx'),
    words: 'style',
    bare: true,
  },
];
