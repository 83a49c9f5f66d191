import type { NewRule } from '@commonweal/contract';
import type { Static } from 'typebox';

/** The rules a desk begins with, asked from the first on; a desk changes them as it learns. */
export const standardRules: readonly Static<typeof NewRule>[] = [
  {
    name: 'Threat to life',
    expression:
      'signals.exists(s, s.severity == 5 && !s.disputed) || signals.exists(s, s.kind in ["report", "trusted_flagger"] && s.label == "threat")',
    queue: 'urgent',
    priority: 95,
    suggestion: null,
    mode: 'live',
  },
  {
    name: 'Known file',
    expression: 'signals.exists(s, s.kind in ["hash", "picture", "video"] && !s.disputed)',
    queue: 'known',
    priority: 80,
    suggestion: 'remove',
    mode: 'live',
  },
  {
    name: 'Known link',
    expression: 'signals.exists(s, s.kind == "url" && !s.disputed)',
    queue: 'known',
    priority: 70,
    suggestion: 'remove',
    mode: 'live',
  },
  {
    name: 'Trusted flagger or partner',
    expression: 'signals.exists(s, s.kind in ["trusted_flagger", "partner"])',
    queue: 'flagged',
    priority: 65,
    suggestion: null,
    mode: 'live',
  },
  {
    name: 'A public authority asks',
    expression: 'signals.exists(s, s.kind == "state_request")',
    queue: 'state',
    priority: 60,
    suggestion: null,
    mode: 'live',
  },
  {
    name: 'Known phrase',
    expression: 'signals.exists(s, s.kind in ["phrase", "near_text"] && !s.disputed)',
    queue: 'review',
    priority: 45,
    suggestion: null,
    mode: 'live',
  },
  {
    name: 'Reported by a person',
    expression: 'signals.exists(s, s.kind == "report")',
    queue: 'reports',
    priority: 40,
    suggestion: null,
    mode: 'live',
  },
  {
    name: 'Only a listed name',
    expression: 'signals.all(s, s.kind == "listed_name")',
    queue: 'names',
    priority: 20,
    suggestion: null,
    mode: 'live',
  },
  {
    name: 'Only disputed entries',
    expression: 'signals.all(s, s.disputed)',
    queue: 'review',
    priority: 15,
    suggestion: null,
    mode: 'live',
  },
];

/** Where a case goes when no rule speaks. */
export const otherwise = { queue: 'review', priority: 30, suggestion: null } as const;
