import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Assessment } from '@commonweal/contract';
import {
  contextPurposes,
  evaluateGate,
  harmCategories,
  legitimateAims,
  measureKinds,
  scopeTargets,
  type ClauseCited,
} from '@commonweal/law';
import fc from 'fast-check';
import { buildGateInput, postedAtOf, type CaseFacts } from './gate-input.ts';
import { pointerInto } from './pointers.ts';

const at = new Date('2026-05-01T10:00:00.000Z');
const instants = ['2026-04-01T00:00:00Z', '2026-06-01T00:00:00Z'] as const;
const keys = ['threats', 'recruitment', 'unknown'] as const;
const words = fc.constantFrom('', 'Words.');

const facts: CaseFacts = {
  case: {
    case_id: '',
    subject: 'item',
    item_id: 'item',
    actor_external_id: 'account',
    title: '',
    queue: '',
    priority: 1,
    suggestion: null,
    state: 'open',
    signals: 0,
    claimed_by: null,
    lease_until: null,
    opened_at: '',
    updated_at: '',
    version: 1,
  },
  items: [],
  signals: [],
};

const assessments: fc.Arbitrary<Assessment> = fc.record({
  measure: fc.constantFrom(...measureKinds),
  scope: fc.record({
    target: fc.constantFrom(...scopeTargets),
    territories: fc.constantFrom('global' as const, ['FR'], ['FR', 'IN']),
    until: fc.constantFrom(null, ...instants),
  }),
  ground: fc.record({
    type: fc.constant('policy_clause' as const),
    policy_version_id: fc.constantFrom(null, 'v1'),
    clause_keys: fc.subarray([...keys]),
  }),
  harm: fc.record({
    categories: fc.subarray([...harmCategories]),
    severity: fc.constantFrom(null, 1, 2, 3, 4, 5),
  }),
  context: fc.record({ purpose: fc.constantFrom(null, ...contextPurposes), note: words }),
  aim: fc.record({ aim: fc.constantFrom(null, ...legitimateAims), threat: words }),
  alternatives: fc.array(
    fc.record({ measure: fc.constantFrom(...measureKinds), rejected_because: words }),
    { maxLength: 3 },
  ),
  necessity: words,
  rabat: fc.constantFrom<Assessment['rabat']>(
    {},
    { intent: { score: 0, reason: 'Asked.' }, likelihood: { score: 'unknown', reason: '' } },
  ),
  posted_at: fc.constantFrom(null, ...instants),
  facts: words,
  notice: fc.constantFrom<Assessment['notice']>(
    null,
    { when: 'now' },
    { when: 'delayed', basis: 'Act 3', until: instants[0] },
  ),
  override: fc.constantFrom<Assessment['override']>(null, {
    reason: 'A life is in danger.',
    imminent_threat: false,
    law_enforcement_told: '',
  }),
});

function cited(assessment: Assessment): ClauseCited[] {
  return assessment.ground.clause_keys
    .filter((key) => key !== 'unknown')
    .map((clauseKey) => ({
      versionId: 'v1',
      clauseKey,
      versionNumber: 1,
      publishedAt: null,
      inForceFrom: instants[0],
      inForceUntil: null,
      harmCategories: ['threats'],
      measures: ['remove'],
    }));
}

/** Whether a field of that name can stand there: its parent does. */
function stands(assessment: Assessment, pointer: string): boolean {
  const path = pointer.split('/').slice(1);
  let place: unknown = assessment;
  for (const [depth, name] of path.entries()) {
    if (typeof place !== 'object' || place === null) return false;
    if (!(name in place)) return depth === 1 && path[0] === 'rabat';
    place = (place as Record<string, unknown>)[name];
  }
  return true;
}

test('every finding of the gate points to a field of the assessment that was sent', () => {
  fc.assert(
    fc.property(assessments, (assessment) => {
      const clauses = cited(assessment);
      const input = buildGateInput({
        assessment,
        facts,
        clauses,
        decidedBy: 'amina',
        secondBy: null,
        at,
        decidedAt: at,
        retentionDays: 30,
      });
      for (const { id, pointer } of evaluateGate(input).findings) {
        const mapped = pointerInto(assessment, clauses, pointer);
        assert.ok(stands(assessment, mapped), `${id}: ${pointer} became ${mapped}`);
      }
      return true;
    }),
    { numRuns: 400 },
  );
});

test('of several versions of a post, an item is judged by the first and an account by the last', () => {
  const [first, last] = instants;
  const items = [{ posted_at: last }, { posted_at: null }, { posted_at: first }];
  const known = { ...facts, items } as CaseFacts;
  const [assessment] = fc.sample(assessments, 1);
  assert.ok(assessment);
  assert.equal(postedAtOf(known, { ...assessment, measure: 'remove' }), first);
  assert.equal(postedAtOf(known, { ...assessment, measure: 'suspend' }), last);
});
