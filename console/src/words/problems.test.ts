import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, problemKinds, refusals, things } from '@commonweal/contract';
import { faultSentence, refusalSentence, titleOf } from './problems.ts';

/** A value for each place of a sentence. */
function paramsOf(sentence: string): Record<string, string> {
  return Object.fromEntries([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => [match[1], 'x']));
}

test('every refusal, every fault and every kind of problem has a sentence', () => {
  for (const [code, [, english]] of Object.entries(refusals))
    assert.equal(refusalSentence({ code, params: paramsOf(english) })?.message, english);
  for (const [code, english] of Object.entries(faults))
    assert.equal(faultSentence({ code, params: paramsOf(english) })?.message, english);
  for (const [kind, [status, title]] of Object.entries(problemKinds))
    assert.equal(titleOf({ type: `urn:commonweal:problem:${kind}`, title, status }), title);
});

test('what has no words here is left to the English: an unknown code, or a place without value', () => {
  assert.equal(refusalSentence({ detail: 'Something new.' }), null);
  assert.equal(refusalSentence({ code: 'of-tomorrow' }), null);
  assert.equal(
    refusalSentence({ code: 'missing' }),
    null,
    'a code of a field is none of a problem',
  );
  assert.equal(refusalSentence({ code: 'case-held', params: {} }), null);
  assert.equal(faultSentence({ code: 'too-long' }), null);
  assert.equal(titleOf({ type: 'about:blank', title: 'Odd', status: 418 }), null);
});

test('values are said as the reader would: things and roles in words, moments and numbers as such', () => {
  for (const what of things)
    assert.deepEqual(refusalSentence({ code: 'no-such-thing', params: { what } })?.values, {
      what: { words: what },
    });
  const until = '2026-01-31T12:00:00.000Z';
  assert.deepEqual(refusalSentence({ code: 'case-held', params: { until } })?.values, {
    until: { moment: until },
  });
  assert.deepEqual(
    refusalSentence({ code: 'needs-role', params: { roles: ['legal', 'senior'] } })?.values,
    { roles: { list: ['Legal', 'Senior moderator'] } },
  );
  assert.deepEqual(refusalSentence({ code: 'wait', params: { seconds: 9 } })?.values, {
    seconds: 9,
  });
  const name = '<0/> {x} ١٢';
  assert.deepEqual(refusalSentence({ code: 'bank-name-taken', params: { name } })?.values, {
    name: { foreign: name },
  });
});

test('the detail that repeats the first fault gives way to the list of faults', () => {
  const sentence = refusalSentence({ code: 'fields', detail: 'In the body, at "/a": no.' });
  assert.equal(sentence?.message, 'Nothing was changed.');
});
