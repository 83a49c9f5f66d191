import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropDraft, keepDraft, readDraft, type DraftStorage } from './draft-storage.ts';
import { emptyDraft, reviveDraft, type Draft } from './draft.ts';

/** Session storage as the browser has it, or closed as in some private windows. */
function storageOf(isOpen = true): DraftStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const guard = () => {
    if (!isOpen) throw new Error('SecurityError');
  };
  return {
    kept,
    getItem: (key) => {
      guard();
      return kept.get(key) ?? null;
    },
    setItem: (key, value) => {
      guard();
      kept.set(key, value);
    },
    removeItem: (key) => {
      guard();
      kept.delete(key);
    },
  };
}

const written: Draft = {
  ...emptyDraft,
  way: 'measure',
  question: 'necessity',
  categories: ['recruitment'],
  severity: 3,
  measure: 'remove',
  rejected: { label: 'The address would stay.' },
  rabat: { intent: { score: 'unknown', reason: 'No context.' } },
  facts: 'Sie posteten …',
};

test('a draft comes back as it was written', () => {
  const storage = storageOf();
  assert.equal(keepDraft(storage, 'amina', 'case-1', written), true);
  assert.deepEqual(readDraft(storage, 'amina', 'case-1'), written);
});

test('nobody meets the draft of another person or case', () => {
  const storage = storageOf();
  keepDraft(storage, 'amina', 'case-1', written);
  assert.deepEqual(readDraft(storage, 'bilal', 'case-1'), emptyDraft);
  assert.deepEqual(readDraft(storage, 'amina', 'case-2'), emptyDraft);
  dropDraft(storage, 'amina', 'case-1');
  assert.deepEqual(readDraft(storage, 'amina', 'case-1'), emptyDraft);
});

test('a closed storage loses the draft, and nothing else', () => {
  const storage = storageOf(false);
  assert.equal(keepDraft(storage, 'amina', 'case-1', written), false);
  assert.deepEqual(readDraft(storage, 'amina', 'case-1'), emptyDraft);
  dropDraft(storage, 'amina', 'case-1');
});

test('what cannot be read is empty; the rest is kept', () => {
  assert.deepEqual(reviveDraft(null), emptyDraft);
  assert.deepEqual(reviveDraft('x'), emptyDraft);
  const storage = storageOf();
  storage.kept.set('commonweal.draft.amina.case-1', '{not json');
  assert.deepEqual(readDraft(storage, 'amina', 'case-1'), emptyDraft);
  assert.deepEqual(
    reviveDraft({
      ...written,
      severity: 9,
      measure: 'shout',
      categories: ['recruitment', 'gossip'],
      rejected: { label: 'Kept.', shout: 'Lost.' },
      rabat: { intent: { score: 7, reason: 'Kept.' }, mood: {} },
      extra: 1,
    }),
    {
      ...written,
      severity: null,
      measure: null,
      rejected: { label: 'Kept.' },
      rabat: { intent: { score: null, reason: 'Kept.' } },
    },
  );
});
