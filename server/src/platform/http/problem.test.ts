import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { faults, refusals } from '@commonweal/contract';
import { fault, faulty, refusal, staleVersion } from './problem.ts';

test('a refusal says in English and in parts what was wrong', () => {
  const held = refusal('case-held', { until: '2026-01-31T12:00:00.000Z' }).toProblem();
  assert.deepEqual(held, {
    type: 'urn:commonweal:problem:conflict',
    title: 'This clashes with what is there',
    status: 409,
    detail: 'Somebody holds this case until 2026-01-31T12:00:00.000Z. Take another, or wait.',
    code: 'case-held',
    params: { until: '2026-01-31T12:00:00.000Z' },
  });
  const plain = refusal('password-wrong', { errors: [fault('/p', 'not-your-password')] });
  assert.deepEqual(plain.toProblem()['code'], 'password-wrong');
  assert.equal('params' in plain.toProblem(), false);
  assert.deepEqual(plain.errors, [
    { pointer: '/p', detail: 'not your password', code: 'not-your-password' },
  ]);
  const stale = staleVersion('rule', 1, 2).toProblem();
  assert.deepEqual(stale['params'], { what: 'rule', sent: 1, current: 2 });
  assert.equal(stale['current_version'], 2);
});

test('faults of fields are listed, and the first of them is in the detail', () => {
  const problem = faulty([fault('/a', 'too-long', { most: 5 }), fault('/b', 'missing')]);
  assert.equal(
    problem.message,
    'In the body, at "/a": must have at most 5 characters. Nothing was changed.',
  );
  assert.deepEqual(problem.errors?.[0], {
    pointer: '/a',
    detail: 'must have at most 5 characters',
    code: 'too-long',
    params: { most: 5 },
  });
  assert.match(faulty([fault('/url', 'address-scheme')]).message, /https:\/\/\. Nothing/);
});

test('what people type is said as it is, whatever it looks like', () => {
  const { message } = refusal('bank-name-taken', { name: '{name} $& <b>' });
  assert.equal(message, 'There is a bank named “{name} $& <b>” already. Choose another name.');
});

test('every sentence the contract has is one that the server says', () => {
  const rooms = path.resolve(import.meta.dirname, '../..');
  const source = globSync('**/*.ts', { cwd: rooms })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(rooms, file), 'utf8'))
    .join('\n');
  const unsaid = [...Object.keys(refusals), ...Object.keys(faults)].filter(
    (code) => !source.includes(`'${code}'`),
  );
  assert.deepEqual(unsaid, []);
});
