import { blank, type Facts } from '../facts.ts';
import { day, readInstant } from '../instants.ts';
import { meets, table, type Row, type Verdict } from '../rule.ts';
import { rabatIsUncertain } from './necessity.ts';

/** Days an appeal stays open at least: six months. Regulation (EU) 2022/2065 Art 20(1). */
export const appealDays = 183;

const statement = 'Regulation (EU) 2022/2065 Art 17; Santa Clara Principles 2.0, Notice';

/** Gate C: the person is told, can appeal, and the record expires. */
export const protectionRules = table('C', 'unprotected', [
  {
    id: 'C1',
    holds: 'Somebody is named as deciding.',
    test: ({ decision }) => meets(!blank(decision.decidedBy), 'missing'),
    failsAs: 'incomplete',
    pointer: '/decision/decidedBy',
    otherwise: 'Nobody is named as deciding.',
    fix: 'Record the person, or the rule, that decides.',
    source: 'Santa Clara Principles 2.0, 1',
    holdsInEmergency: true,
  },
  {
    id: 'C2',
    holds: 'The time of the decision can be read.',
    test: ({ at }) => meets(at !== null, 'failed'),
    failsAs: 'incomplete',
    pointer: '/decision/at',
    otherwise: 'The time of the decision cannot be read.',
    fix: 'Give it as an RFC 3339 date-time.',
    source: 'RFC 3339',
    holdsInEmergency: true,
  },
  {
    id: 'C3',
    holds: 'The facts told to the person are written.',
    test: ({ protections }) => meets(!blank(protections.facts), 'missing'),
    failsAs: 'incomplete',
    pointer: '/protections/facts',
    otherwise: 'The person would not be told what was found.',
    fix: 'Write what was posted and what was found, in words that the person understands.',
    source: statement,
  },
  {
    id: 'C4',
    holds: 'The person is told now, or later for a stated reason and from a stated date.',
    test: notice,
    pointer: '/protections/notice',
    otherwise: ({ protections }) =>
      protections.notice === null
        ? 'Nothing says when the person will be told.'
        : 'Telling the person later needs a legal basis and a date after the decision.',
    fix: 'Tell the person now; to wait, name the law that allows it and the day it ends.',
    source: `${statement}; Regulation (EU) 2021/784 Art 11(3)`,
  },
  {
    id: 'C5',
    holds: `The appeal is open for ${appealDays} days or more from when the person is told.`,
    test: appeal,
    pointer: '/protections/appealUntil',
    otherwise: ({ protections }) =>
      protections.appealUntil === null
        ? 'Nothing says until when the person can appeal.'
        : `The appeal closes sooner than ${appealDays} days after the person is told.`,
    fix: 'Keep the appeal open for at least six months.',
    source: 'Regulation (EU) 2022/2065 Art 20(1)-(2); ICCPR Art 2(3)',
  },
  {
    id: 'C6',
    holds: 'The record has an expiry date, after the appeal closes.',
    test: retention,
    pointer: '/protections/retentionUntil',
    otherwise: ({ protections }) =>
      protections.retentionUntil === null
        ? 'Nothing says when the record expires.'
        : 'The record would expire before the appeal closes.',
    fix: 'Set the date on which the record is erased, after the appeal closes.',
    source: 'Regulation (EU) 2016/679 Art 5(1)(e); ICCPR Art 17',
  },
  {
    id: 'C7',
    holds: 'The second person is not the first.',
    when: 'a second person is recorded',
    applies: ({ decision }) => decision.secondBy !== null,
    test: ({ secondGiven }) => meets(secondGiven, 'failed'),
    pointer: '/decision/secondBy',
    otherwise: 'The first and the second person are the same, or the second has no name.',
    fix: 'Let somebody else approve it.',
    source: 'Santa Clara Principles 2.0, 1',
    holdsInEmergency: true,
  },
]);

type Trigger = Pick<Row, 'id' | 'source'> & {
  when: string;
  applies: (facts: Facts) => boolean;
};

const triggers: readonly Trigger[] = [
  {
    id: 'C8',
    when: 'the measure is a ban without an end date',
    applies: ({ measure, proposal }) =>
      measure.twoPeople === 'without_end' && proposal.scope.until === null,
    source: 'General Comment 34 para 34',
  },
  {
    id: 'C9',
    when: 'the measure refers somebody to an authority',
    applies: ({ measure }) => measure.twoPeople === 'always',
    source: 'ICCPR Art 17; Regulation (EU) 2022/2065 Art 18',
  },
  {
    id: 'C10',
    when: 'the severity is 2 and the measure is a heavy one',
    applies: ({ measure, record }) => record.harm.severity === 2 && measure.heavy,
    source: 'General Comment 34 para 46',
  },
  {
    id: 'C11',
    when: 'the purpose is unclear',
    applies: ({ record }) => record.context.purpose === 'unclear',
    source: 'Regulation (EU) 2021/784 Art 1(3)',
  },
  {
    id: 'C12',
    when: 'the purpose is a protected one and the measure is a heavy one',
    applies: ({ measure, protectedPurpose }) => protectedPurpose && measure.heavy,
    source: 'General Comment 34 para 46; Regulation (EU) 2021/784 Art 1(3)',
  },
  {
    id: 'C13',
    when: 'the Rabat test is needed, and intent or likelihood is unknown',
    applies: rabatIsUncertain,
    source: 'Rabat Plan of Action, A/HRC/22/17/Add.4, appendix para 29',
  },
  {
    id: 'C14',
    when: 'the target is a whole domain',
    applies: ({ proposal }) => proposal.scope.target === 'domain',
    source: 'General Comment 34 para 43; Manila Principles IV',
  },
  {
    id: 'C15',
    when: 'the order rests on a law that nobody has reviewed in the registry',
    applies: ({ order }) => order !== null && !order.registryReviewed,
    source: 'Manila Principles III; UN Guiding Principle 23',
  },
];

/** Gate C, second person: when one alone may not decide. */
export const secondPersonRules = table(
  'C',
  'unprotected',
  triggers.map((trigger) => ({
    ...trigger,
    holds: 'A second person approves.',
    test: ({ secondGiven }: Facts) => meets(secondGiven, 'missing'),
    missingAs: 'second_person_needed' as const,
    pointer: '/decision/secondBy',
    otherwise: `A second person must approve, because ${trigger.when}.`,
    fix: 'Ask somebody else to approve it.',
  })),
);

function notice({ protections, at }: Facts): Verdict {
  const plan = protections.notice;
  if (plan === null) return 'missing';
  if (plan.when === 'now') return 'met';
  const until = readInstant(plan.until);
  return meets(!blank(plan.basis) && until !== null && (at === null || until > at), 'failed');
}

function appeal({ protections, at }: Facts): Verdict {
  if (protections.appealUntil === null) return 'missing';
  const closes = readInstant(protections.appealUntil);
  const plan = protections.notice;
  const told = plan?.when === 'delayed' ? readInstant(plan.until) : at;
  const opens = Math.max(at ?? Number.NEGATIVE_INFINITY, told ?? Number.NEGATIVE_INFINITY);
  return meets(closes !== null && closes - opens >= appealDays * day, 'failed');
}

function retention({ protections, at }: Facts): Verdict {
  if (protections.retentionUntil === null) return 'missing';
  const expires = readInstant(protections.retentionUntil);
  const closes = readInstant(protections.appealUntil);
  const earliest = Math.max(at ?? Number.NEGATIVE_INFINITY, closes ?? Number.NEGATIVE_INFINITY);
  return meets(expires !== null && expires >= earliest, 'failed');
}
