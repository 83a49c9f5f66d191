import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstTrial } from '@commonweal/law';
import { answersOf } from './answers.ts';

test('an address without answers is the first trial, and nonsense in it changes nothing', () => {
  assert.deepEqual(answersOf({}), firstTrial);
  assert.deepEqual(answersOf({ measure: 'abolish', severity: '9', purpose: '' }), firstTrial);
});

test('what the address says is what is tried', () => {
  const answers = answersOf({ measure: 'ban', severity: '5', told: 'no', second: 'yes' });
  assert.deepEqual(answers, {
    ...firstTrial,
    measure: 'ban',
    severity: 5,
    told: false,
    second: true,
  });
});
