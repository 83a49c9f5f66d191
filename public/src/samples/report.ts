import type { TransparencyPage } from '@commonweal/contract/pages';

/** Half a year of an invented desk. */
export const report: TransparencyPage['report'] = {
  desk: { name: 'Harbour Lane Forum', slug: 'harbour-lane' },
  from: '2026-01-01',
  to: '2026-06-30',
  generated_at: '2026-07-01T02:00:00Z',
  items: { received: 1_284_310, clear: 1_283_022, review: 1_288, measured: 211 },
  reports: [
    { name: 'user', count: 640 },
    { name: 'trusted_flagger', count: 58 },
    { name: 'authority', count: 7 },
  ],
  signals: [
    { name: 'report', count: 640 },
    { name: 'phrase', count: 412 },
    { name: 'hash', count: 96 },
    { name: 'url', count: 61 },
    { name: 'listed_name', count: 79 },
  ],
  decisions: {
    total: 902,
    no_action: 691,
    by_measure: [
      { name: 'label', count: 74 },
      { name: 'remove', count: 102 },
      { name: 'geo_restrict', count: 12 },
      { name: 'suspend', count: 23 },
    ],
    by_clause: [
      { name: 'Calling for terrorist violence', count: 118 },
      { name: 'Asking people to join', count: 93 },
    ],
    by_category: [
      { name: 'incitement', count: 118 },
      { name: 'recruitment', count: 93 },
      { name: 'threats', count: 31 },
    ],
    by_rule_without_person: 0,
    overrides: 2,
    reversed_without_appeal: 5,
  },
  appeals: { received: 64, open: 6, upheld: 37, overturned: 21 },
  medians: {
    hours_item_to_decision: 5.4,
    hours_appeal_to_outcome: 30,
    minutes_decision_to_delivery: null,
  },
  state_requests: 7,
};
