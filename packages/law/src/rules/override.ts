import { blank, isSomebodyElse, type Facts } from '../facts.ts';
import type { EmergencyOverride } from '../gate-types.ts';
import { day, readInstant } from '../instants.ts';
import { meets, table } from '../rule.ts';

/** Facts for the override, with the rules that stand even in an emergency and are not met. */
export interface OverrideFacts extends Facts {
  override: EmergencyOverride;
  standing: readonly string[];
}

const life = 'Regulation (EU) 2021/784 Art 14(5); Regulation (EU) 2022/2065 Art 18';

/**
 * The emergency override: acting first where a life is at stake. It takes effect without passing and
 * ends by itself within 24 hours; what fails here leaves the ordinary outcome standing.
 */
export const overrideRules = table<OverrideFacts>('override', 'no_basis', [
  {
    id: 'O1',
    holds: 'A person decides.',
    test: ({ decision }) => meets(decision.by === 'person', 'failed'),
    pointer: '/decision/by',
    otherwise: 'No rule may declare an emergency.',
    fix: 'Let a person decide.',
    source: 'Santa Clara Principles 2.0, 1',
  },
  {
    id: 'O2',
    holds: 'A life is in imminent danger, and the severity is 5.',
    test: ({ override, record }) =>
      meets(override.imminentThreat && record.harm.severity === 5, 'failed'),
    pointer: '/override/imminentThreat',
    otherwise: 'The record does not show an imminent threat to life at severity 5.',
    fix: 'Go through the gates in the ordinary way.',
    source: life,
  },
  {
    id: 'O3',
    holds: 'The emergency is described.',
    test: ({ override }) => meets(!blank(override.reason), 'missing'),
    pointer: '/override/reason',
    otherwise: 'Nothing says what the emergency is.',
    fix: 'Say who is in danger, from what, and how it is known.',
    source: life,
  },
  {
    id: 'O4',
    holds: 'Two different people agree.',
    test: ({ override, decision }) =>
      override.secondBy === null
        ? 'missing'
        : meets(isSomebodyElse(override.secondBy, decision.decidedBy), 'failed'),
    missingAs: 'second_person_needed',
    pointer: '/override/secondBy',
    otherwise: 'Two different people must agree to an override.',
    fix: 'Ask somebody else to approve it.',
    source: life,
  },
  {
    id: 'O5',
    holds: 'Law enforcement was told.',
    test: ({ override }) => meets(!blank(override.lawEnforcementTold), 'missing'),
    pointer: '/override/lawEnforcementTold',
    otherwise: 'Nothing says that law enforcement was told.',
    fix: 'Tell the authority that can save the life, and record which one, when and how.',
    source: life,
  },
  {
    id: 'O6',
    holds: 'It expires within 24 hours of the decision.',
    test: ({ override, at }) => {
      const ends = readInstant(override.expiresAt);
      return meets(ends !== null && at !== null && ends > at && ends - at <= day, 'failed');
    },
    pointer: '/override/expiresAt',
    otherwise: 'It does not expire within 24 hours of the decision.',
    fix: 'Let it expire within 24 hours; go through the gates to keep the measure.',
    source: 'ICCPR Art 19(3)',
  },
  {
    id: 'O7',
    holds: 'It is not a ban.',
    test: ({ proposal }) => meets(proposal.measure !== 'ban', 'failed'),
    pointer: '/proposal/measure',
    otherwise: 'No emergency needs a ban; a suspension does the same for a day.',
    fix: 'Suspend until tomorrow.',
    source: 'General Comment 34 para 34',
  },
  {
    id: 'O8',
    holds: 'The rules that stand even in an emergency are met.',
    test: ({ standing }) => meets(standing.length === 0, 'failed'),
    pointer: '/override',
    otherwise: ({ standing }) => `These stand even in an emergency: ${standing.join(', ')}.`,
    fix: 'Put those right.',
    source: 'ICCPR Arts 4 and 17; General Comment 34 para 46',
  },
]);
