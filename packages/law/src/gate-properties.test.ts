import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { anyInput, signal, soundInput } from './arbitrary-input.ts';
import { awaitsSecond, evaluateGate, takesEffect } from './evaluate-gate.ts';
import type { GateInput, GateResult } from './gate-types.ts';
import { lighterRungs, measureFacts } from './measures.ts';
import { suggestLighter } from './suggest-lighter.ts';
import { contextPurposes, neverSoleGround } from './words.ts';

const runs = { numRuns: 600 };
const input = fc.oneof(anyInput, soundInput);
const passing = soundInput.filter((candidate) => evaluateGate(candidate).passed);

test('sound inputs pass often enough for the properties to mean something', () => {
  const sample = fc.sample(soundInput, { numRuns: 500, seed: 7 });
  const passes = sample.filter((candidate) => evaluateGate(candidate).passed).length;
  assert.ok(passes > 50, `${passes} of 500`);
});

test('total, deterministic, leaves its input alone, and agrees with itself', () => {
  fc.assert(
    fc.property(input, (candidate) => {
      const before = JSON.stringify(candidate);
      const result = evaluateGate(candidate);
      assert.deepEqual(evaluateGate(structuredClone(candidate)), result);
      suggestLighter(candidate);
      assert.equal(JSON.stringify(candidate), before);
      const unmet = result.findings.filter(
        ({ gate, state }) => gate !== 'override' && (state === 'missing' || state === 'failed'),
      );
      assert.equal(result.passed, unmet.length === 0);
      assert.equal(
        result.passed,
        Object.values(result.gates).every((gate) => gate === 'pass'),
      );
      assert.equal(result.passed && result.needsSecond, false);
      if (awaitsSecond(result)) assert.equal(result.needsSecond, true);
    }),
    runs,
  );
});

/** What no pass can lack. */
const removals: Readonly<Record<string, (candidate: GateInput) => unknown>> = {
  clauses: ({ ground }) => (ground.clauses = []),
  publication: ({ ground }) =>
    (ground.clauses = ground.clauses.map((clause) => ({ ...clause, publishedAt: null }))),
  'time of posting': ({ record }) => (record.postedAt = null),
  harm: ({ record }) => (record.harm.categories = []),
  severity: ({ record }) => (record.harm.severity = null),
  purpose: ({ record }) => (record.context.purpose = null),
  aim: ({ record }) => (record.aim.aim = null),
  threat: ({ record }) => (record.aim.threat = ''),
  necessity: ({ record }) => (record.necessity = ''),
  facts: ({ protections }) => (protections.facts = ''),
  notice: ({ protections }) => (protections.notice = null),
  appeal: ({ protections }) => (protections.appealUntil = null),
  retention: ({ protections }) => (protections.retentionUntil = null),
  'who decides': ({ decision }) => (decision.decidedBy = ''),
  'when it is decided': ({ decision }) => (decision.at = ''),
};

test('nothing passes without its parts', () => {
  fc.assert(
    fc.property(passing, fc.constantFrom(...Object.keys(removals)), (candidate, part) => {
      const poorer = structuredClone(candidate);
      removals[part]?.(poorer);
      assert.equal(evaluateGate(poorer).passed, false);
    }),
    runs,
  );
});

test('no rung of the ladder goes unanswered', () => {
  fc.assert(
    fc.property(passing, fc.nat(), (candidate, pick) => {
      const { measure, subject } = candidate.proposal;
      const below = lighterRungs(measure, subject);
      const dropped = below[pick % Math.max(1, below.length)];
      fc.pre(dropped !== undefined);
      const alternatives = candidate.record.alternatives.filter((a) => a.measure !== dropped);
      assert.equal(evaluateGate(withRecord(candidate, { alternatives })).passed, false);
    }),
    runs,
  );
});

/**
 * Additions that may stop a case and never free one:
 * - where a person decides, any signal; where a rule decides, a name-only or disputed one;
 * - a purpose other than none in place of none;
 * - borderline context added to recorded harms;
 * - the first person named again as the second.
 */
test('adding information of these kinds never turns a block into a pass', () => {
  const purpose = fc.constantFrom(...contextPurposes);
  fc.assert(
    fc.property(input, signal, purpose, fc.nat(3), (candidate, added, other, kind) => {
      fc.pre(!evaluateGate(candidate).passed);
      const { record, decision } = candidate;
      let more = candidate;
      if (kind === 0) {
        const harmless = added.disputed || added.strength === 'name_only';
        fc.pre(decision.by === 'person' || harmless);
        more = withRecord(candidate, { signals: [...record.signals, added] });
      } else if (kind === 1) {
        fc.pre(record.context.purpose === 'none');
        more = withRecord(candidate, { context: { ...record.context, purpose: other } });
      } else if (kind === 2) {
        fc.pre(record.harm.categories.length > 0);
        const categories = [...record.harm.categories, 'borderline_context'] as const;
        more = withRecord(candidate, { harm: { ...record.harm, categories } });
      } else {
        more = { ...candidate, decision: { ...decision, secondBy: decision.decidedBy } };
      }
      assert.equal(evaluateGate(more).passed, false);
    }),
    runs,
  );
});

test('where a heavier rung passes, each lighter one passes with the same record and an end date', () => {
  fc.assert(
    fc.property(passing, (candidate) => {
      for (const rung of lighterRungs(candidate.proposal.measure, candidate.proposal.subject)) {
        const scope = { ...candidate.proposal.scope, until: '2026-06-01T00:00:00Z' };
        const lighter = evaluateGate({
          ...candidate,
          proposal: { ...candidate.proposal, scope, measure: rung },
        });
        assert.equal(lighter.passed, true, rung);
      }
    }),
    runs,
  );
});

test('a rule can do no more than a person', () => {
  fc.assert(
    fc.property(input, ({ decision, ...rest }) => {
      const by = (who: 'person' | 'rule') =>
        evaluateGate({ ...rest, decision: { ...decision, by: who } });
      if (by('rule').passed) assert.equal(by('person').passed, true);
      if (takesEffect(by('rule'))) {
        assert.equal(['suspend', 'ban', 'refer'].includes(rest.proposal.measure), false);
        assert.ok(rest.record.signals.some((s) => !s.disputed && s.strength !== 'name_only'));
      }
    }),
    runs,
  );
});

test('radicalisation or borderline context alone takes nothing away, override or not', () => {
  const categories = fc.subarray([...neverSoleGround], { minLength: 1 });
  fc.assert(
    fc.property(input, categories, (candidate, alone) => {
      fc.pre(measureFacts[candidate.proposal.measure].heavy);
      const only = withRecord(candidate, { harm: { ...candidate.record.harm, categories: alone } });
      assert.equal(takesEffect(evaluateGate(only)), false);
    }),
    runs,
  );
});

test('an endless ban or a referral takes effect with two people only', () => {
  fc.assert(
    fc.property(input, (candidate) => {
      const { measure, scope } = candidate.proposal;
      fc.pre(measure === 'refer' || (measure === 'ban' && scope.until === null));
      if (!takesEffect(evaluateGate(candidate))) return;
      const second = candidate.override?.secondBy ?? candidate.decision.secondBy ?? '';
      assert.notEqual(
        second.trim().toLowerCase(),
        candidate.decision.decidedBy.trim().toLowerCase(),
      );
    }),
    runs,
  );
});

test('what is suggested passes, or waits only for a second person', () => {
  fc.assert(
    fc.property(input, (candidate) => {
      const suggestion = suggestLighter(candidate);
      if (suggestion === null) return;
      const result: GateResult = evaluateGate({
        ...candidate,
        proposal: { ...candidate.proposal, measure: suggestion },
        override: null,
      });
      assert.ok(result.passed || awaitsSecond(result));
    }),
    runs,
  );
});

function withRecord(candidate: GateInput, change: Partial<GateInput['record']>): GateInput {
  return { ...candidate, record: { ...candidate.record, ...change } };
}
