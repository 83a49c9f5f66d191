import type { NoticePage, PolicyPage, PublicFrame } from '@commonweal/contract/pages';

export type Locale = PublicFrame['locale'];
export const locales: readonly Locale[] = ['en', 'fr', 'hi', 'ur'];

const secret = 'qH3m8Zk0Vd5tYw2cLr9xNb7s';

/** What stands on every page of an invented desk. */
export function frameOf(locale: Locale): PublicFrame {
  return {
    locale,
    desk: { name: 'Harbour Lane Forum', slug: 'harbour-lane' },
    languages: locales.map((one) => ({ locale: one, href: `/d/harbour-lane?lang=${one}` })),
    links: {
      home: '/d/harbour-lane',
      policy: '/d/harbour-lane/policy',
      transparency: '/d/harbour-lane/transparency',
      ledger: '/d/harbour-lane/ledger',
      law: '/d/harbour-lane/law',
    },
  };
}

export const form = {
  action: `/notices/${secret}/appeal`,
  idempotency_key: '0197a3c2-7c1e-7000-8000-0242ac120002',
  until: '2027-05-24T09:30:00Z',
};

export const noticeHref = `/notices/${secret}`;

export const versions: PolicyPage['versions'] = [
  {
    number: 2,
    title: 'Rules on terrorist content',
    lang: 'en',
    href: '/d/harbour-lane/policy/2',
    standing: 'in_force',
    in_force_from: '2026-03-01T00:00:00Z',
    in_force_until: null,
  },
  {
    number: 1,
    title: 'Rules on terrorist content',
    lang: 'en',
    href: '/d/harbour-lane/policy/1',
    standing: 'past',
    in_force_from: '2025-06-01T00:00:00Z',
    in_force_until: '2026-03-01T00:00:00Z',
  },
];

export const clause = {
  key: 'incitement',
  title: 'Calling for terrorist violence',
  text: 'Do not call on others to commit a terrorist act, openly or in other words, where you mean them to do it and there is a real danger that somebody will.\n\nWe look at what was said, who said it, to whom, how far it reached, and how likely it is that somebody acts on it.',
  not_covered:
    'Reporting, research, art, satire, mourning, or arguing that a cause is just. Strong words about a government are not a call for violence.',
};

export const decision: NonNullable<NoticePage['decision']> = {
  decided_at: '2026-11-20T14:05:00Z',
  measure: {
    kind: 'remove',
    territories: 'global',
    from: '2026-11-20T14:06:00Z',
    until: null,
    ended: null,
    emergency_until: null,
  },
  facts: {
    text: 'On 19 November you posted a text in the public thread “Harbour news”. It names a date and a place, and asks readers to attack people there. About 340 people had seen it. We found no sign that it was reporting, art or a quotation.',
    lang: 'en',
  },
  harm_categories: ['incitement', 'threats'],
  ground: {
    type: 'policy_clause',
    policy: {
      number: 2,
      title: 'Rules on terrorist content',
      lang: 'en',
      href: '/d/harbour-lane/policy/2',
    },
    clauses: [clause],
  },
  detection: ['report', 'phrase'],
  decided_by: 'two_people',
  automated: { detection: true, decision: false },
  state: null,
};
