import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlIds, controls } from '@commonweal/law/registry';
import { controlNames, controlQuestions } from './control-words.ts';

test('the words of the controls are the registry’s own', () => {
  for (const id of controlIds) {
    assert.equal(controlNames[id], controls[id].short);
    assert.equal(controlQuestions[id], controls[id].question);
  }
});
