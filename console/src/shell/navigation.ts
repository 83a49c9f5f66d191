import type { Session } from '@commonweal/contract';
import type { IconName } from '../design/icon.tsx';
import { msg, type Message } from '../i18n/message.ts';
import { belongs, type Audience } from './session.ts';

export interface NavigationEntry {
  label: Message;
  href: string;
  icon: IconName;
  roles: Audience;
}

export interface NavigationGroup {
  label: Message;
  entries: readonly NavigationEntry[];
}

const reviewing = ['moderator', 'senior', 'legal', 'auditor'] as const;
const deciding = [...reviewing, 'appeals', 'analyst'] as const;
const looking = ['administrator', ...deciding] as const;
const keeping = ['administrator', ...reviewing, 'analyst'] as const;
const ruling = ['administrator', 'moderator', 'senior', 'analyst', 'auditor'] as const;

/** Every place of the console, in the order the work goes. */
export const navigation: readonly NavigationGroup[] = [
  {
    label: msg('Work'),
    entries: [
      { label: msg('Queue'), href: '/queue', icon: 'queue', roles: reviewing },
      { label: msg('Decisions'), href: '/decisions', icon: 'scales', roles: deciding },
      {
        label: msg('Appeals'),
        href: '/appeals',
        icon: 'reply',
        roles: ['appeals', 'senior', 'legal', 'auditor'],
      },
    ],
  },
  {
    label: msg('Measures'),
    entries: [
      {
        label: msg('Deliveries'),
        href: '/deliveries',
        icon: 'outbox',
        roles: ['administrator', 'moderator', 'senior', 'legal', 'auditor'],
      },
    ],
  },
  {
    label: msg('Knowledge'),
    entries: [
      {
        label: msg('Look something up'),
        href: '/look-up',
        icon: 'search',
        roles: looking,
      },
      { label: msg('Banks'), href: '/banks', icon: 'books', roles: keeping },
      { label: msg('Register'), href: '/register', icon: 'eye', roles: looking },
      { label: msg('Lists'), href: '/lists', icon: 'list', roles: looking },
      { label: msg('Law'), href: '/law', icon: 'pillars', roles: 'desk' },
      { label: msg('Policy'), href: '/policy', icon: 'page', roles: looking },
      { label: msg('Rules'), href: '/rules', icon: 'branch', roles: ruling },
      { label: msg('What if?'), href: '/what-if', icon: 'scales', roles: 'desk' },
    ],
  },
  {
    label: msg('Account'),
    entries: [
      { label: msg('Transparency'), href: '/transparency', icon: 'chart', roles: 'desk' },
      { label: msg('Ledger'), href: '/ledger', icon: 'seal', roles: looking },
    ],
  },
  {
    label: msg('Desk'),
    entries: [
      {
        label: msg('People'),
        href: '/people',
        icon: 'people',
        roles: ['administrator', 'auditor'],
      },
      {
        label: msg('API keys'),
        href: '/api-keys',
        icon: 'key',
        roles: ['administrator', 'analyst', 'auditor'],
      },
      {
        label: msg('Platform endpoints'),
        href: '/endpoints',
        icon: 'plug',
        roles: ['administrator', 'auditor'],
      },
      { label: msg('Settings'), href: '/settings', icon: 'gear', roles: ['administrator'] },
    ],
  },
];

/** The groups with what this session may use and what is built in; empty groups go. */
export function navigationFor(
  session: Session | null,
  isRegistered: (href: string) => boolean,
): NavigationGroup[] {
  return navigation
    .map((group) => ({
      ...group,
      entries: group.entries.filter(
        (entry) => belongs(session, entry.roles) && isRegistered(entry.href),
      ),
    }))
    .filter((group) => group.entries.length > 0);
}
