import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldAt, fieldOf, findingsByField, questionOf } from './fields.ts';

test('a pointer leads to the field that it speaks of', () => {
  assert.equal(fieldAt('/measure'), 'measure');
  assert.equal(fieldAt('/scope/until'), 'until');
  assert.equal(fieldAt('/ground/clause_keys/2'), 'clauses');
  assert.equal(fieldAt('/ground/type'), 'clauses');
  assert.equal(fieldAt('/context/note'), 'context_note');
  assert.equal(fieldAt('/rabat/likelihood'), 'rabat_likelihood');
  assert.equal(fieldAt('/override/law_enforcement_told'), 'override_told');
});

test('also into a body that holds the assessment', () => {
  assert.equal(fieldAt('/assessment/facts'), 'facts');
  assert.equal(fieldAt('/assessment'), 'whole');
});

test('half a name is not the name; what is unknown belongs to the whole', () => {
  assert.equal(fieldAt('/measures'), 'whole');
  assert.equal(fieldAt('/factsheet'), 'whole');
  assert.equal(fieldAt(''), 'whole');
});

test('rules about the second person are shown together, wherever they point', () => {
  for (const id of ['C7', 'C8', 'C14', 'O4']) assert.equal(fieldOf({ id, pointer: '' }), 'second');
  assert.equal(fieldOf({ id: 'C3', pointer: '/facts' }), 'facts');
  assert.equal(fieldOf({ id: 'B7', pointer: '' }), 'whole');
});

test('every field is asked under one of the three questions', () => {
  assert.equal(questionOf('posted_at'), 'law');
  assert.equal(questionOf('measure'), 'necessity');
  assert.equal(questionOf('rabat_intent'), 'necessity');
  assert.equal(questionOf('notice'), 'protections');
  assert.equal(questionOf('second'), 'protections');
});

test('what does not apply is not shown', () => {
  const finding = {
    gate: 'B',
    pointer: '/harm/severity',
    reason: '',
    fix: null,
    source: '',
  } as const;
  const found = findingsByField([
    { ...finding, id: 'B11', state: 'missing' },
    { ...finding, id: 'B13', state: 'not_applicable' },
  ]);
  assert.deepEqual(
    found.get('severity')?.map(({ id }) => id),
    ['B11'],
  );
});
