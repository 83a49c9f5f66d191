import type { Facts } from '../facts.ts';
import { meets, table } from '../rule.ts';

const human = 'Santa Clara Principles 2.0, 1 and 5; Regulation (EU) 2021/784 Art 5(3)';

/** Gate B, automation: what a rule may never do without a person. */
export const automationRules = table('B', 'not_necessary', [
  {
    id: 'B22',
    holds: 'A rule does not suspend, ban or refer.',
    when: 'a rule decides, and the measure is suspend, ban or refer',
    applies: ({ decision, proposal }) =>
      decision.by === 'rule' && ['suspend', 'ban', 'refer'].includes(proposal.measure),
    test: () => 'failed',
    pointer: '/decision/by',
    otherwise: 'No rule may take an account away or send anybody to an authority.',
    fix: 'Let a person decide.',
    source: human,
  },
  {
    id: 'B23',
    holds: 'No rule acts on content that may serve a protected purpose.',
    when: 'a rule decides, and a protected purpose or borderline context is recorded, or the purpose is unclear and the measure a heavy one',
    applies: (facts) => facts.decision.by === 'rule' && purposeStopsRules(facts),
    test: () => 'failed',
    pointer: '/record/context/purpose',
    otherwise: 'The content may serve a protected purpose, and that is for a person to weigh.',
    fix: 'Let a person decide.',
    source: 'General Comment 34 para 46; Regulation (EU) 2021/784 Art 1(3)',
  },
  {
    id: 'B24',
    holds: 'A rule removes or geo-restricts only at severity 4 or 5.',
    when: 'a rule decides, the measure is a heavy one, and the severity is recorded',
    applies: ({ decision, measure, record }) =>
      decision.by === 'rule' && measure.heavy && record.harm.severity !== null,
    test: ({ record }) => meets((record.harm.severity ?? 0) >= 4, 'failed'),
    pointer: '/record/harm/severity',
    otherwise: 'At this severity only a person may remove.',
    fix: 'Let a person decide, or choose a lighter measure.',
    source: human,
  },
  {
    id: 'B25',
    holds:
      'A rule acts on at least one signal that is more than a name, confirmed and not disputed.',
    when: 'a rule decides',
    applies: ({ decision }) => decision.by === 'rule',
    test: ({ record }) =>
      meets(
        record.signals.some((signal) => !signal.disputed && signal.strength !== 'name_only'),
        'failed',
      ),
    pointer: '/record/signals',
    otherwise:
      'A resemblance of names, or a signal that is disputed or that nobody has confirmed, does not act by itself.',
    fix: 'Let a person decide.',
    source: human,
  },
  {
    id: 'B26',
    holds:
      'A rule removes or geo-restricts only what matches a known thing, confirmed and not disputed.',
    when: 'a rule decides, and the measure is a heavy one',
    applies: ({ decision, measure }) => decision.by === 'rule' && measure.heavy,
    test: ({ record }) =>
      meets(
        record.signals.some((signal) => !signal.disputed && signal.strength === 'match'),
        'failed',
      ),
    pointer: '/record/signals',
    otherwise: 'Reports and alerts are advice; they do not remove by themselves.',
    fix: 'Let a person decide, or choose a lighter measure.',
    source: human,
  },
]);

function purposeStopsRules({ record, measure, protectedPurpose }: Facts): boolean {
  return (
    protectedPurpose ||
    record.harm.categories.includes('borderline_context') ||
    (record.context.purpose === 'unclear' && measure.heavy)
  );
}
