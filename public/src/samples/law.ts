import type { GapReportPage, LawPage, PublicControlId } from '@commonweal/contract/pages';

type Report = GapReportPage['report'];
type Gap = Report['gaps'][number];

const entry = {
  id: 'TV',
  name: 'Tuvalu',
  region: 'Pacific',
  commonwealth: true,
  small_state: true,
  researched_on: '2026-11-23',
  last_reviewed: null,
  confidence: 'medium',
  on: '2026-11-28',
} as const;

const count = { yes: 2, partial: 1, no: 1, none_found: 12, unknown: 3 };
const states = ['none_found', 'unknown', 'partial', 'no'] as const;
const model = {
  jurisdiction: 'ZA',
  title: 'Invented Protection of Democracy against Related Activities Act, 2004',
  pin: 's 24A',
  url: 'https://www.example.test/acts/2004/a-rather-long-address',
  standing: 'in_force',
} as const;

function gap(number: number): Gap {
  return {
    control: `G${String(number).padStart(2, '0')}` as PublicControlId,
    side: number % 3 === 0 ? 'security' : 'rights',
    status: states[number % states.length] ?? 'unknown',
    effort: 'act',
    evidence: number % 2 === 0 ? [] : ['ct:s 4', 'ct:ss 5-10'],
    models: [model, { ...model, jurisdiction: 'BD', url: null, standing: 'unknown' }],
  };
}

/** Much is missing, as in most small states. */
export const report: Report = {
  ...entry,
  counts: { security: count, rights: count },
  there: ['G01', 'G02', 'G03', 'G05', 'G21', 'G24'],
  gaps: Array.from({ length: 18 }, (_, at) => gap(at + 4)),
  steps: [2, 3, 4, 5, 6, 7, 8],
};

/** Nothing is missing, and a lawyer has looked. */
export const whole: Report = {
  ...report,
  last_reviewed: '2026-11-20',
  gaps: [],
  steps: [],
};

export const jurisdictions: LawPage['jurisdictions'] = ['TV', 'NZ', 'IN', 'EU', 'PK', 'ZZ'].map(
  (id) => ({ id, href: `/d/harbour-lane/law/${id}`, security: count, rights: count }),
);
