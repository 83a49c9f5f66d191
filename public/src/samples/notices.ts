import type { NoticeDecision, NoticePage } from '@commonweal/contract/pages';
import { decision, form, frameOf, noticeHref, type Locale } from './frame.ts';

const received = {
  received_at: '2026-11-21T08:00:00Z',
  decided_at: null,
  reasons: null,
  reversed_at: null,
};
const answered = {
  ...received,
  decided_at: '2026-11-22T16:45:00Z',
  reasons: { text: 'The text is the refrain of a known song. We missed that.', lang: 'en' },
};

/** Notices in every state of an invented story. */
export function noticesOf(locale: Locale): Record<string, NoticePage> {
  const affected: NoticePage = {
    ...frameOf(locale),
    page: 'notice',
    audience: 'affected',
    reference: 'N-7F3K-22',
    issued_at: '2026-11-20T14:07:00Z',
    subject: {
      kind: 'item',
      excerpt: {
        text: 'They will all be at the market on Friday. You know what to do.',
        lang: 'en',
      },
      url: 'https://forum.example/t/harbour-news/4711#post-93',
      account: 'member-20417',
      posted_at: '2026-11-19T21:13:00Z',
    },
    decision,
    appeal: { state: 'possible', form },
    redress: [
      {
        title: 'Ombud for Online Speech',
        text: 'An independent body. It is free, and it answers within 90 days.',
        lang: 'en',
        href: 'https://ombud.example/complaints',
      },
    ],
    inclusion: {
      state: 'included',
      index: 48_211,
      size: 48_903,
      proof_href: `${noticeHref}/proof.json`,
    },
  };
  const { measure } = decision;
  if (!measure) throw new Error('The story needs a measure.');
  const changed = (part: Partial<NoticeDecision>): NoticePage => ({
    ...affected,
    decision: { ...decision, ...part },
  });
  return {
    affected,
    'affected-pending': { ...affected, redress: [], inclusion: { state: 'pending' } },
    'affected-open': { ...affected, appeal: { state: 'open', ...received } },
    'affected-upheld': { ...affected, appeal: { state: 'upheld', ...answered } },
    'affected-overturned': {
      ...changed({
        measure: { ...measure, ended: { at: '2026-11-22T16:46:00Z', because: 'appeal' } },
      }),
      appeal: { state: 'overturned', ...answered, reversed_at: '2026-11-22T16:46:00Z' },
    },
    'affected-undoing': { ...affected, appeal: { state: 'overturned', ...answered } },
    'affected-too-late': {
      ...affected,
      appeal: { state: 'too_late', until: '2027-05-24T09:30:00Z' },
    },
    'affected-rule-geo': changed({
      measure: {
        ...measure,
        kind: 'geo_restrict',
        territories: ['FR', 'FJ', 'PK'],
        until: '2027-01-01T00:00:00Z',
      },
      decided_by: 'rule',
      detection: ['hash', 'partner'],
      automated: { detection: true, decision: true },
      state: { kind: 'request', authority: 'Office for Harbour Safety', law: null },
    }),
    'affected-emergency': changed({
      measure: { ...measure, emergency_until: '2026-11-21T14:06:00Z' },
      decided_by: 'person',
    }),
    'affected-order': {
      ...changed({
        ground: {
          type: 'order',
          authority: 'Harbour District Court',
          power: { text: 'Online Safety Act 2024, section 12', lang: 'en' },
          reference: 'HDC 118/26',
          href: 'https://law.example/osa-2024/12',
        },
        detection: ['state_request'],
        automated: { detection: false, decision: false },
        state: {
          kind: 'order',
          authority: 'Harbour District Court',
          law: 'Online Safety Act 2024, section 12',
        },
      }),
    },
    'affected-account': {
      ...changed({ measure: { ...measure, kind: 'suspend', until: '2026-12-20T14:06:00Z' } }),
      subject: { ...affected.subject, kind: 'account', excerpt: null, url: null, posted_at: null },
    },
    'affected-nothing': changed({
      measure: null,
      facts: null,
      harm_categories: [],
      ground: null,
      detection: ['moderator'],
    }),
    'reporter-waiting': {
      ...affected,
      audience: 'reporter',
      subject: { ...affected.subject, account: null },
      decision: null,
      appeal: { state: 'not_yet' },
      inclusion: { state: 'pending' },
    },
    'reporter-acted': {
      ...affected,
      audience: 'reporter',
      subject: { ...affected.subject, account: null },
    },
    'reporter-nothing': {
      ...changed({ measure: null, harm_categories: [] }),
      audience: 'reporter',
      subject: { ...affected.subject, account: null },
    },
  };
}
