import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateGate, gateRules } from './evaluate-gate.ts';
import { exampleInput, exampleOrder } from './example-input.ts';
import type { FindingState, GateInput, OrderCited } from './gate-types.ts';
import { overrideRules } from './rules/override.ts';

/** What a rule says at its very edge: the day, the second, the one of several that does not hold. */
type Edge = readonly [
  rule: string,
  what: string,
  state: FindingState,
  change: (input: GateInput) => unknown,
];
const decided = '2026-03-02T10:00:00Z';
const second = '2026-03-02T10:00:01Z';

function under(change: Partial<OrderCited>, type: 'order' | 'both' = 'order') {
  return (input: GateInput): void => {
    const { clauses } = input.ground;
    input.ground = {
      type,
      clauses: type === 'both' ? clauses : [],
      order: { ...exampleOrder(), ...change },
    };
  };
}
function twice(change: Partial<GateInput['ground']['clauses'][number]>) {
  return (input: GateInput): void => {
    const [clause] = input.ground.clauses;
    input.ground.clauses = [clause!, { ...clause!, clauseKey: 'another', ...change }];
  };
}
const all =
  (...changes: readonly Edge[3][]) =>
  (input: GateInput): void => {
    for (const change of changes) change(input);
  };
const until = (day: string | null) => (input: GateInput) => (input.proposal.scope.until = day);
const severity = (level: 1 | 2 | 3 | 4 | 5) => (input: GateInput) =>
  (input.record.harm.severity = level);
const measure =
  (kind: 'geo_restrict' | 'label' | 'refer' | 'suspend' | 'ban') => (input: GateInput) =>
    Object.assign(
      input,
      exampleInput(kind, kind === 'suspend' || kind === 'ban' ? 'actor' : 'item'),
    );
const glory = (score?: 0 | 1 | 'unknown') => (input: GateInput) => {
  input.record.harm = { categories: ['glorification'], severity: 4 };
  if (score !== undefined) input.record.rabat.likelihood = { score, reason: 'As it was read.' };
};
const later = (basis: string, day: string) => (input: GateInput) =>
  (input.protections.notice = { when: 'delayed', basis, until: day });

const edges: readonly Edge[] = [
  ['A2', 'posted as it is decided', 'met', (input) => (input.record.postedAt = decided)],
  ['A2', 'posted after it is decided', 'failed', (input) => (input.record.postedAt = second)],
  ['A2', 'posted when nobody can read', 'failed', (input) => (input.record.postedAt = 'May')],
  ['A3', 'one of two clauses was never published', 'failed', twice({ publishedAt: null })],
  ['A3', 'no clause is cited', 'not_applicable', (input) => (input.ground.clauses = [])],
  ['A4', 'one of two came after the post', 'failed', twice({ inForceFrom: decided })],
  [
    'A4',
    'published the second it was posted',
    'met',
    (input) => (input.ground.clauses[0]!.publishedAt = '2026-03-01T09:00:00Z'),
  ],
  ['A5', 'one of two is repealed', 'failed', twice({ inForceUntil: decided })],
  ['A6', 'one of two covers the harm', 'met', twice({ harmCategories: ['financing'] })],
  ['A7', 'one of two allows it', 'met', twice({ measures: ['label'] })],
  [
    'A7',
    'a clause for another measure that stands beside the ladder',
    'failed',
    (input) => (input.ground.clauses[0]!.measures = ['preserve']),
  ],
  ['A10', 'complete, and yet something is missing', 'failed', under({ missing: ['reasons'] })],
  ['A10', 'nothing missing, and not complete', 'failed', under({ complete: false })],
  ['A11', 'an order that began this second', 'met', under({ inForceFrom: decided })],
  ['A11', 'an order that begins the next', 'failed', under({ inForceFrom: second })],
  [
    'A12',
    'the policy carries it beyond the order',
    'not_applicable',
    under({ territories: ['XA'] }, 'both'),
  ],
  [
    'B3',
    'one of two is no country',
    'failed',
    (input) => (input.proposal.scope.territories = ['XA', 'fiji']),
  ],
  [
    'B3',
    'a country within a word',
    'failed',
    (input) => (input.proposal.scope.territories = ['AXB']),
  ],
  ['B5', 'it ends as it begins', 'failed', until(decided)],
  ['B5', 'it ends a second later', 'met', until(second)],
  ['B5', 'an end nobody can read', 'failed', until('soon')],
  [
    'B5',
    'an end of what is done once',
    'failed',
    all(measure('refer'), until('2026-06-01T00:00:00Z')),
  ],
  [
    'B6',
    'it ends with the order',
    'met',
    all(under({ inForceUntil: '2026-04-01T00:00:00Z' }), until('2026-04-01T00:00:00Z')),
  ],
  [
    'B6',
    'it outlasts the order by a second',
    'failed',
    all(under({ inForceUntil: '2026-04-01T00:00:00Z' }), until('2026-04-01T00:00:01Z')),
  ],
  [
    'B6',
    'it has no end, and the order has',
    'missing',
    under({ inForceUntil: '2026-04-01T00:00:00Z' }),
  ],
  ['B6', 'the order has no end', 'not_applicable', under({})],
  [
    'B6',
    'the policy carries it further',
    'not_applicable',
    under({ inForceUntil: '2026-04-01T00:00:00Z' }, 'both'),
  ],
  [
    'B7',
    'a profile in a private space',
    'not_applicable',
    all(measure('suspend'), (input) => (input.record.surface = 'private')),
  ],
  ['B7', 'a large group', 'not_applicable', (input) => (input.record.surface = 'semi')],
  [
    'B7',
    'a participant reported it',
    'met',
    (input) => Object.assign(input.record, { surface: 'e2ee', participantReport: true }),
  ],
  ['B9', 'nothing is lighter than a label', 'not_applicable', measure('label')],
  [
    'B12',
    'one of two is more',
    'met',
    (input) => (input.record.harm.categories = ['radicalisation', 'recruitment']),
  ],
  [
    'B13',
    'an order restricts it in places',
    'met',
    all(measure('geo_restrict'), under({}), severity(1)),
  ],
  ['B13', 'the policy restricts it in places', 'failed', all(measure('geo_restrict'), severity(1))],
  ['B13', 'an order removes it', 'failed', all(under({}), severity(1))],
  ['B14', 'severity 1 costs the account', 'failed', all(measure('suspend'), severity(1))],
  ['B14', 'severity 3 does', 'not_applicable', all(measure('suspend'), severity(3))],
  ['B15', 'praise, and nobody knows how likely', 'missing', glory('unknown')],
  ['B15', 'praise, and nobody asked', 'missing', glory()],
  ['B15', 'praise without danger', 'failed', glory(0)],
  ['B15', 'praise with some danger', 'met', glory(1)],
  ['B15', 'praise of severity 3', 'not_applicable', all(glory(), severity(3))],
  [
    'B15',
    'praise beside recruitment',
    'not_applicable',
    all(glory(), (input) => (input.record.harm.categories = ['glorification', 'recruitment'])),
  ],
  [
    'B15',
    'praise and radicalisation',
    'missing',
    all(glory(), (input) => (input.record.harm.categories = ['glorification', 'radicalisation'])),
  ],
  ['C4', 'told later, by law', 'met', later('Art 11(3)', '2026-04-01T00:00:00Z')],
  ['C4', 'told later, for no reason', 'failed', later(' ', '2026-04-01T00:00:00Z')],
  ['C4', 'told later, at once', 'failed', later('Art 11(3)', decided)],
  ['C4', 'told on a day nobody can read', 'failed', later('Art 11(3)', 'in time')],
  [
    'C5',
    'the appeal counts from when she is told',
    'failed',
    later('Art 11(3)', '2026-04-01T00:00:00Z'),
  ],
  [
    'C6',
    'the record goes as the appeal closes',
    'met',
    (input) => (input.protections.retentionUntil = '2026-09-15T00:00:00Z'),
  ],
  [
    'C6',
    'the record goes a second before',
    'failed',
    (input) => (input.protections.retentionUntil = '2026-09-14T23:59:59Z'),
  ],
  [
    'C7',
    'the first person again, in capitals',
    'failed',
    (input) => (input.decision.secondBy = ' AMINA'),
  ],
  ['C8', 'a ban with an end', 'not_applicable', all(measure('ban'), until('2026-06-01T00:00:00Z'))],
  ['C8', 'a suspension', 'not_applicable', measure('suspend')],
];

for (const [rule, what, state, change] of edges)
  test(`${rule}, ${what}: ${state}`, () => {
    const input = exampleInput();
    change(input);
    assert.equal(evaluateGate(input).findings.find(({ id }) => id === rule)?.state, state);
  });

test('an override begins after the decision and ends within a day of it', () => {
  const stateAt = (expiresAt: string, at = decided) => {
    const input = exampleInput();
    input.ground.clauses = [];
    input.decision.at = at;
    input.override = {
      reason: 'A bomb in a market.',
      imminentThreat: true,
      secondBy: 'bashir',
      expiresAt,
      lawEnforcementTold: 'The police, by telephone.',
    };
    return evaluateGate(input).findings.find(({ id }) => id === 'O6')?.state;
  };
  assert.equal(stateAt('2026-03-03T10:00:00Z'), 'met');
  assert.equal(stateAt('2026-03-03T10:00:01Z'), 'failed');
  assert.equal(stateAt(second), 'met');
  assert.equal(stateAt(decided), 'failed');
  assert.equal(stateAt('2026-03-01T10:00:00Z'), 'failed');
  assert.equal(stateAt('tomorrow'), 'failed');
  assert.equal(stateAt('2026-03-03T10:00:00Z', 'now'), 'failed');
});

test('these rules stand even in an emergency, and no others', () => {
  const standing = gateRules.filter((rule) => rule.holdsInEmergency).map(({ id }) => id);
  assert.deepEqual(standing, ['B1', 'B2', 'B3', 'B4', 'B5', 'B7', 'B12', 'C1', 'C2', 'C7']);
  assert.ok(overrideRules.every((rule) => !rule.holdsInEmergency));
});
