import { blank, type Facts } from '../facts.ts';
import { readInstant } from '../instants.ts';
import { meets, table } from '../rule.ts';

const narrow = 'General Comment 34 para 34; Manila Principles IV';

/** Gate B, scope: the smallest subject, place and time. */
export const scopeRules = table('B', 'not_necessary', [
  {
    id: 'B1',
    holds: 'The measure can act on this subject.',
    test: ({ measure, proposal }) => meets(measure.subjects.includes(proposal.subject), 'failed'),
    pointer: '/proposal/subject',
    otherwise: ({ proposal }) =>
      `The measure ${proposal.measure} cannot act on an ${proposal.subject}.`,
    fix: 'Choose a measure for this subject.',
    source: 'Table of measures',
    holdsInEmergency: true,
  },
  {
    id: 'B2',
    holds: 'The target is the account for an actor, and a URL, an item or a domain for an item.',
    test: ({ proposal }) =>
      meets((proposal.subject === 'actor') === (proposal.scope.target === 'account'), 'failed'),
    pointer: '/proposal/scope/target',
    otherwise: ({ proposal }) =>
      proposal.subject === 'item'
        ? 'A decision about one item cannot reach the whole account.'
        : 'A decision about an actor acts on the account.',
    fix: 'Choose the smallest target that does the job.',
    source: narrow,
    holdsInEmergency: true,
  },
  {
    id: 'B3',
    holds: 'The territories are global, or a list of two-letter country codes.',
    test: ({ proposal }) => meets(territoriesAreReadable(proposal.scope.territories), 'failed'),
    pointer: '/proposal/scope/territories',
    otherwise: 'The list of territories is empty, or names something that is no country code.',
    fix: 'Name the countries, or say that it is global.',
    source: 'ISO 3166-1',
    holdsInEmergency: true,
  },
  {
    id: 'B4',
    holds: 'A geo-restriction names its territories.',
    when: 'the measure is geo_restrict',
    applies: ({ proposal }) => proposal.measure === 'geo_restrict',
    test: ({ proposal }) => meets(proposal.scope.territories !== 'global', 'failed'),
    pointer: '/proposal/scope/territories',
    otherwise: 'A geo-restriction everywhere is a removal.',
    fix: 'Name the countries.',
    source: narrow,
    holdsInEmergency: true,
  },
  {
    id: 'B5',
    holds:
      'It has an end date where its kind needs one, none where it ends at once, and the date lies after the decision.',
    test: endDate,
    pointer: '/proposal/scope/until',
    otherwise: (facts) =>
      endDate(facts) === 'missing'
        ? 'This measure needs an end date.'
        : facts.measure.timed === 'none'
          ? 'This is done once and has no end date.'
          : 'The end date cannot be read, or does not lie after the decision.',
    fix: 'Give the earliest date that does the job.',
    source: narrow,
    holdsInEmergency: true,
  },
  {
    id: 'B6',
    holds: 'It ends no later than the order it rests on.',
    when: 'the ground is an order alone that has an end date',
    applies: ({ ground, order, measure }) =>
      ground.type === 'order' && !!order?.inForceUntil && measure.timed !== 'none',
    test: ({ order, proposal, until }) => {
      const end = readInstant(order?.inForceUntil ?? null);
      if (proposal.scope.until === null) return 'missing';
      return meets(until !== null && end !== null && until <= end, 'failed');
    },
    pointer: '/proposal/scope/until',
    otherwise: 'It would outlast the order that it rests on.',
    fix: 'End it when the order ends.',
    source: 'Manila Principles IV',
  },
  {
    id: 'B7',
    holds:
      'Content of private and encrypted spaces is acted on only where somebody in the conversation reported it.',
    when: 'the subject is an item in a private or encrypted space',
    applies: ({ proposal, record }) =>
      proposal.subject === 'item' && (record.surface === 'private' || record.surface === 'e2ee'),
    test: ({ record }) => meets(record.participantReport, 'failed'),
    pointer: '/record/participantReport',
    otherwise:
      'Nobody in this private conversation reported it, and private messages are not searched.',
    fix: 'Leave it, unless a participant reports it.',
    source: 'ICCPR Art 17; Regulation (EU) 2021/784 Art 2(3)',
    holdsInEmergency: true,
  },
  {
    id: 'B8',
    holds: 'It is said why this is the smallest measure that does the job.',
    test: ({ record }) => meets(!blank(record.necessity), 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/necessity',
    otherwise: 'Nothing says why this measure is needed and no more than is needed.',
    fix: 'Say in a sentence what this measure achieves that a smaller one would not.',
    source: 'General Comment 34 paras 33-35; Siracusa Principles 10-12',
  },
  {
    id: 'B9',
    holds:
      'Each lighter rung of the ladder has a reason why it would not do; one reason may be given for several rungs.',
    when: 'the ladder has a lighter rung for this subject',
    applies: ({ lighter }) => lighter.length > 0,
    test: (facts) => meets(unanswered(facts).length === 0, 'missing'),
    failsAs: 'incomplete',
    pointer: '/record/alternatives',
    otherwise: (facts) =>
      `No reason is given why these would not do: ${unanswered(facts).join(', ')}.`,
    fix: 'Give each of them a reason, or choose the lightest that would do.',
    source: 'General Comment 34 para 34; Siracusa Principle 11',
  },
]);

function unanswered({ lighter, record }: Facts): string[] {
  return lighter.filter(
    (rung) =>
      !record.alternatives.some(
        ({ measure, rejectedBecause }) => measure === rung && !blank(rejectedBecause),
      ),
  );
}

function endDate({ proposal, measure, until, at }: Facts): 'met' | 'missing' | 'failed' {
  if (proposal.scope.until === null) return meets(measure.timed !== 'required', 'missing');
  return meets(measure.timed !== 'none' && until !== null && (at === null || until > at), 'failed');
}

function territoriesAreReadable(territories: 'global' | readonly string[]): boolean {
  if (territories === 'global') return true;
  return territories.length > 0 && territories.every((territory) => /^[A-Z]{2}$/.test(territory));
}
