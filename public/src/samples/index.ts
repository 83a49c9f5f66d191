import type { PublicPage } from '@commonweal/contract/pages';
import { clause, form, frameOf, noticeHref, versions, type Locale } from './frame.ts';
import { jurisdictions, report as gaps, whole } from './law.ts';
import { noticesOf } from './notices.ts';
import { report } from './report.ts';

export { locales, type Locale } from './frame.ts';

const [current] = versions;
const written = 'It is the refrain of an old song.\nMy grandmother sang it.';

/** Every page in every state, of one invented desk, by name. */
export function samplesOf(locale: Locale): Record<string, PublicPage> {
  const frame = frameOf(locale);
  if (!current) throw new Error('The story needs a policy.');
  const appealForm = {
    ...frame,
    page: 'appeal_form' as const,
    reference: 'N-7F3K-22',
    notice_href: noticeHref,
    form,
  };
  const problem = {
    ...frame,
    page: 'problem' as const,
    retry_after_seconds: null,
    reference: null,
    kept: null,
  };
  return {
    ...noticesOf(locale),
    'appeal-form': { ...appealForm, values: { text: '', contact: '' }, problems: [] },
    'appeal-refused': {
      ...appealForm,
      values: { text: written, contact: 'x'.repeat(300) },
      problems: [
        { field: 'form', code: 'not_saved' },
        { field: 'text', code: 'too_long' },
        { field: 'contact', code: 'too_long' },
      ],
    },
    'appeal-empty': {
      ...appealForm,
      values: { text: '', contact: 'somebody@mail.example' },
      problems: [
        { field: 'text', code: 'missing' },
        { field: 'form', code: 'too_many' },
      ],
    },
    'appeal-received': {
      ...frame,
      page: 'appeal_received',
      reference: 'N-7F3K-22',
      notice_href: noticeHref,
      received_at: '2026-11-21T08:00:00Z',
      text: { text: written, lang: null },
    },
    policy: {
      ...frame,
      page: 'policy',
      policy: {
        ...current,
        definition:
          'An act is terrorist when it is meant to kill or badly hurt people or to take hostages, and is meant to spread terror or to force a government to do something.',
        clauses: [
          {
            ...clause,
            harm_categories: ['incitement', 'threats'],
            measures: ['label', 'geo_restrict', 'remove', 'suspend'],
          },
          {
            ...clause,
            key: 'joining',
            title: 'Asking people to join',
            not_covered: '',
            harm_categories: ['recruitment'],
            measures: ['remove'],
          },
        ],
      },
      versions: [
        { ...current, number: 3, standing: 'coming', in_force_from: '2027-01-01T00:00:00Z' },
        ...versions,
      ],
    },
    'policy-index': { ...frame, page: 'policy_index', versions },
    'policy-none': { ...frame, page: 'policy_index', versions: [] },
    transparency: {
      ...frame,
      page: 'transparency',
      report,
      notices: { affected: 211, reporter: 655, delayed: 1 },
      downloads: { json: '/d/harbour-lane/transparency.json', csv: '/d/harbour-lane/t.csv' },
      periods: [{ from: '2025-07-01', to: '2025-12-31', href: '/d/harbour-lane/transparency/2' }],
    },
    'transparency-empty': {
      ...frame,
      page: 'transparency',
      report: { ...report, reports: [], signals: [{ name: 'something_new', count: 0 }] },
      notices: { affected: 0, reporter: 0, delayed: 0 },
      downloads: { json: '/d/harbour-lane/transparency.json', csv: '/d/harbour-lane/t.csv' },
      periods: [],
    },
    ledger: {
      ...frame,
      page: 'ledger',
      origin: 'desk.example/harbour-lane',
      verifier_key:
        'desk.example/harbour-lane+4f1a09c2+AZkQv0m7xk2n8cT1sYh5uW3eRb6pLd9oJg0iKf4aMzXq',
      size: 48_903,
      waiting: 3,
      root: 'n8cT1sYh5uW3eRb6pLd9oJg0iKf4aMzXqAZkQv0m7xk=',
      checkpoint:
        'desk.example/harbour-lane\n48903\nn8cT1sYh5uW3eRb6pLd9oJg0iKf4aMzXqAZkQv0m7xk=\n\n— desk.example/harbour-lane Txo2zQ8rVf0Lk1sYh5uW3eRb6pLd9oJg0iKf4aMzXqAZkQv0m7xk2n8cT1s=\n',
      checkpoint_at: '2026-11-23T22:00:00Z',
      files: { checkpoint: '/d/harbour-lane/checkpoint', verifier_key: '/d/harbour-lane/vkey' },
      verify_command: 'commonweal verify https://desk.example/d/harbour-lane',
    },
    'ledger-new': {
      ...frame,
      page: 'ledger',
      origin: 'desk.example/harbour-lane',
      verifier_key:
        'desk.example/harbour-lane+4f1a09c2+AZkQv0m7xk2n8cT1sYh5uW3eRb6pLd9oJg0iKf4aMzXq',
      size: 0,
      waiting: 0,
      root: null,
      checkpoint: null,
      checkpoint_at: null,
      files: { checkpoint: '/d/harbour-lane/checkpoint', verifier_key: '/d/harbour-lane/vkey' },
      verify_command: null,
    },
    law: { ...frame, page: 'law', jurisdictions },
    'gap-report': { ...frame, page: 'gap_report', report: gaps, index: '/d/harbour-lane/law' },
    'gap-report-whole': {
      ...frame,
      page: 'gap_report',
      report: whole,
      index: '/d/harbour-lane/law',
    },
    'desk-home': {
      ...frame,
      page: 'desk_home',
      about: { text: 'A forum for the people of Harbour Lane, run by volunteers.', lang: 'en' },
      policy: current,
      ledger: { size: 1, checkpoint_at: '2026-11-23T22:00:00Z' },
      contact: { text: 'desk@harbour-lane.example', lang: 'en' },
    },
    'desk-new': {
      ...frame,
      page: 'desk_home',
      about: null,
      policy: null,
      ledger: { size: 0, checkpoint_at: null },
      contact: null,
    },
    'problem-400': { ...problem, status: 400 },
    'problem-404': { ...problem, status: 404, desk: null, links: null },
    'problem-410': { ...problem, status: 410 },
    'problem-429': { ...problem, status: 429, retry_after_seconds: 130, kept: written },
    'problem-500': { ...problem, status: 500, reference: 'req-8c1', kept: written },
  };
}
