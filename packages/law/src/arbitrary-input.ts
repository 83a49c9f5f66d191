import * as fc from 'fast-check';
import type { ClauseCited, GateInput, OrderCited, RabatAnswer } from './gate-types.ts';
import { measureFacts } from './measures.ts';
import * as words from './words.ts';

const garbage = fc.constantFrom('', ' ', 'soon', '2026-02-31T00:00:00Z', '9999999', '\u0000');
const instant = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(...[1, 3, 5, 7, 9].map((m) => `2026-0${m}-01T00:00:00Z`)),
  },
  { weight: 1, arbitrary: garbage },
);
const said = fc.oneof(
  { weight: 6, arbitrary: fc.constant('A reason.') },
  { weight: 1, arbitrary: fc.constantFrom('', '  ') },
  { weight: 1, arbitrary: fc.string() },
);
const person = fc.constantFrom('amina', 'bashir', ' AMINA', '');
const country = fc.constantFrom('XA', 'XB', 'xa', '');
const territories = fc.oneof(fc.constant('global' as const), fc.array(country, { maxLength: 2 }));
const harms = fc.array(fc.constantFrom(...words.harmCategories), { maxLength: 3 });
const severity = fc.constantFrom<words.Severity | null>(1, 2, 3, 4, 5, null);

const clause: fc.Arbitrary<ClauseCited> = fc.record({
  versionId: fc.constantFrom('version-1', 'version-2'),
  clauseKey: fc.constantFrom('a', 'b'),
  versionNumber: fc.integer(),
  publishedAt: fc.option(instant),
  inForceFrom: instant,
  inForceUntil: fc.option(instant),
  harmCategories: harms,
  measures: fc.array(fc.constantFrom(...words.measureKinds), { maxLength: 3 }),
});

const order: fc.Arbitrary<OrderCited> = fc.record({
  orderId: fc.constant('order-1'),
  powerId: fc.option(fc.constant('XA-REMOVAL')),
  registryReviewed: fc.boolean(),
  authorityVerified: fc.boolean(),
  complete: fc.boolean(),
  missing: fc.array(fc.constant('reasons'), { maxLength: 1 }),
  territories,
  inForceFrom: instant,
  inForceUntil: fc.option(instant),
  instrument: said,
});

const rabatAnswer: fc.Arbitrary<RabatAnswer> = fc.record({
  score: fc.constantFrom<RabatAnswer['score']>(0, 1, 2, 3, 'unknown'),
  reason: said,
});

export const signal = fc.record({
  kind: fc.string(),
  strength: fc.constantFrom(...words.signalStrengths),
  disputed: fc.boolean(),
});

/** Any input that the types allow, unreadable dates and empty text included. */
export const anyInput: fc.Arbitrary<GateInput> = fc.record({
  proposal: fc.record({
    measure: fc.constantFrom(...words.measureKinds),
    subject: fc.constantFrom(...words.measureSubjects),
    scope: fc.record({
      target: fc.constantFrom(...words.scopeTargets),
      territories,
      until: fc.option(instant),
    }),
  }),
  ground: fc.record({
    type: fc.constantFrom(...words.groundTypes),
    clauses: fc.array(clause, { maxLength: 3 }),
    order: fc.option(order),
  }),
  record: fc.record({
    postedAt: fc.option(instant),
    surface: fc.constantFrom(...words.surfaces),
    participantReport: fc.boolean(),
    harm: fc.record({ categories: harms, severity }),
    context: fc.record({
      purpose: fc.option(fc.constantFrom(...words.contextPurposes)),
      note: said,
    }),
    aim: fc.record({ aim: fc.option(fc.constantFrom(...words.legitimateAims)), threat: said }),
    alternatives: fc.array(
      fc.record({ measure: fc.constantFrom(...words.measureKinds), rejectedBecause: said }),
    ),
    necessity: said,
    rabat: fc.dictionary(fc.constantFrom(...words.rabatParts), rabatAnswer),
    signals: fc.array(signal, { maxLength: 3 }),
  }),
  protections: fc.record({
    facts: said,
    notice: fc.option(
      fc.oneof(
        fc.record({ when: fc.constant('now' as const) }),
        fc.record({ when: fc.constant('delayed' as const), basis: said, until: instant }),
      ),
    ),
    appealUntil: fc.option(instant),
    retentionUntil: fc.option(instant),
  }),
  decision: fc.record({
    by: fc.constantFrom('person' as const, 'rule' as const),
    decidedBy: person,
    secondBy: fc.option(person),
    at: instant,
  }),
  override: fc.option(
    fc.record({
      reason: said,
      imminentThreat: fc.boolean(),
      secondBy: fc.option(person),
      expiresAt: instant,
      lawEnforcementTold: said,
    }),
  ),
});

const everyRung = words.measureKinds.map((measure) => ({ measure, rejectedBecause: 'Too weak.' }));
const answer = { score: 2, reason: 'Seen in the thread.' } as const;

/** What the rules weigh, varied around a case that passes. */
const weighed = fc.record({
  measure: fc.constantFrom(...words.measureKinds),
  either: fc.constantFrom(...words.measureSubjects),
  endless: fc.boolean(),
  measures: fc.oneof(
    { weight: 4, arbitrary: fc.constant(words.measureKinds) },
    { weight: 1, arbitrary: fc.subarray([...words.measureKinds]) },
  ),
  categories: fc.subarray([...words.harmCategories], { minLength: 1, maxLength: 3 }),
  severity: fc.constantFrom<words.Severity>(1, 2, 3, 4, 4, 5),
  purpose: fc.oneof(
    { weight: 3, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...words.contextPurposes) },
  ),
  by: fc.constantFrom('person' as const, 'person' as const, 'rule' as const),
  second: fc.option(fc.constantFrom('bashir', ' AMINA')),
  signals: fc.array(signal, { maxLength: 3 }),
  likelihood: fc.option(rabatAnswer),
});

/** Inputs of which many pass: the formal parts are sound, what the rules weigh varies. */
export const soundInput: fc.Arbitrary<GateInput> = weighed.map((drawn): GateInput => {
  const { subjects, timed } = measureFacts[drawn.measure];
  const subject = subjects.includes(drawn.either) ? drawn.either : (subjects[0] ?? drawn.either);
  const noEnd = timed === 'none' || (timed === 'optional' && drawn.endless);
  return {
    proposal: {
      measure: drawn.measure,
      subject,
      scope: {
        target: subject === 'item' ? 'item' : 'account',
        territories: ['XA'],
        until: noEnd ? null : '2026-06-01T00:00:00Z',
      },
    },
    ground: {
      type: 'policy_clause',
      clauses: [
        {
          versionId: 'version-1',
          clauseKey: 'a',
          versionNumber: 1,
          publishedAt: '2026-01-01T00:00:00Z',
          inForceFrom: '2026-01-01T00:00:00Z',
          inForceUntil: null,
          harmCategories: words.harmCategories,
          measures: drawn.measures,
        },
      ],
      order: null,
    },
    record: {
      postedAt: '2026-03-01T00:00:00Z',
      surface: 'open',
      participantReport: false,
      harm: { categories: drawn.categories, severity: drawn.severity },
      context: { purpose: drawn.purpose, note: 'The caption appeals to readers to join.' },
      aim: { aim: 'public_order', threat: 'It tells readers where to enlist.' },
      alternatives: everyRung,
      necessity: 'Nothing smaller takes the address away.',
      rabat: {
        context: answer,
        speaker: answer,
        intent: answer,
        content: answer,
        extent: answer,
        likelihood: drawn.likelihood ?? answer,
      },
      signals: drawn.signals,
    },
    protections: {
      facts: 'You posted an appeal to join the Grey Tide.',
      notice: { when: 'now' },
      appealUntil: '2026-12-01T00:00:00Z',
      retentionUntil: '2027-06-01T00:00:00Z',
    },
    decision: {
      by: drawn.by,
      decidedBy: 'amina',
      secondBy: drawn.second,
      at: '2026-05-01T00:00:00Z',
    },
    override: null,
  };
});
