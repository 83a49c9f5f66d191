import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyVersion } from '@commonweal/contract';
import {
  lighterOf,
  measuresFor,
  rabatAsked,
  targetOf,
  toAssessment,
  unanswered,
  versionInForce,
} from './assess.ts';
import { emptyDraft, type Draft } from './draft.ts';

const post = { item_id: 'item-1', actor_external_id: 'a-77' };
const account = { item_id: null, actor_external_id: 'a-77' };
const nameless = { item_id: 'item-1', actor_external_id: null };
const draft = (changes: Partial<Draft>): Draft => ({ ...emptyDraft, ...changes });

test('only what fits the case is offered, lightest first', () => {
  assert.equal(measuresFor(nameless).includes('ban'), false);
  assert.equal(measuresFor(account).includes('remove'), false);
  assert.deepEqual(measuresFor(post).slice(0, 2), ['label', 'age_gate']);
});

test('a target is taken as given only where there is no other', () => {
  assert.equal(targetOf(draft({ measure: 'ban' }), post), 'account');
  assert.equal(targetOf(draft({ measure: 'remove' }), post), null);
  assert.equal(targetOf(draft({ measure: 'ban', target: 'item' }), post), 'account');
});

test('nothing that is a judgement is answered for the person', () => {
  assert.deepEqual(unanswered(emptyDraft, post), ['measure']);
  assert.deepEqual(unanswered(draft({ measure: 'remove' }), post), [
    'target',
    'territories',
    'until',
  ]);
  assert.deepEqual(unanswered(draft({ measure: 'suspend', place: 'global' }), post), ['until']);
  assert.deepEqual(
    unanswered(draft({ measure: 'refer', target: 'item', place: 'global' }), post),
    [],
  );
});

test('reasons go only with the rungs that are still lighter', () => {
  const rejected = { label: 'Not enough.', remove: 'Kept for later.' };
  const limit = draft({ measure: 'limit', target: 'item', rejected });
  assert.deepEqual(toAssessment(limit, post, 'v1').alternatives, [
    { measure: 'label', rejected_because: 'Not enough.' },
  ]);
  assert.deepEqual(lighterOf(draft({ measure: 'limit', target: 'account' }), post), [
    'stop_recommending',
  ]);
});

test('the Rabat test is asked for incitement and a heavy measure', () => {
  assert.equal(rabatAsked(draft({ categories: ['incitement'], measure: 'remove' })).length, 6);
  assert.equal(rabatAsked(draft({ categories: ['incitement'], measure: 'label' })).length, 0);
  assert.deepEqual(rabatAsked(draft({ categories: ['glorification'], severity: 4 })), [
    'likelihood',
  ]);
});

test('half an answer is sent as none, so that the gate misses it', () => {
  const half = draft({
    notice: 'delayed',
    noticeBasis: 'x',
    override: true,
    overrideReason: 'soon',
  });
  const sent = toAssessment(half, post, null);
  assert.equal(sent.notice, null);
  assert.equal(sent.override, null);
  assert.deepEqual(sent.scope, { target: 'item', territories: 'global', until: null });
});

test('the version in force at a moment; none before the first', () => {
  const [first, second] = ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'];
  const versions = [version(second, null), version(first, second)];
  assert.equal(versionInForce(versions, '2026-02-01T00:00:00Z')?.policy_version_id, first);
  assert.equal(versionInForce(versions, second)?.policy_version_id, second);
  assert.equal(versionInForce(versions, '2025-12-31T23:59:59Z'), null);
});

function version(from: string, until: string | null): PolicyVersion {
  return {
    policy_version_id: from,
    number: 1,
    state: 'published',
    revision: 1,
    title: 'Rules',
    language: 'en',
    definition: '',
    clauses: [],
    in_force_from: from,
    in_force_until: until,
    published_at: from,
    published_by: null,
    created_at: from,
  };
}
