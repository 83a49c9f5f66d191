import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankKinds } from '@commonweal/contract';
import { csvTemplate, rowProblems } from './csv.ts';

test('each template has as many cells in every row as in its head', () => {
  for (const kind of bankKinds) {
    const lines = csvTemplate(kind).trimEnd().split('\r\n');
    assert.ok(lines.length >= 2, kind);
    assert.equal(lines[0], 'type,value,label,source,severity,note');
    for (const line of lines) assert.equal(line.split(',').length, 6, line);
  }
});

test('the rows a refusal names are read out of it', () => {
  const problem = {
    type: 'urn:commonweal:problem:invalid',
    title: 'Some of what was sent is not as it must be',
    status: 422,
    errors: [
      { pointer: '/csv', detail: 'line 3: "value": must be 64 hexadecimal digits' },
      { pointer: '/csv', detail: 'the file is empty' },
      { pointer: '/other', detail: 'line 9: no' },
    ],
  };
  assert.deepEqual(rowProblems(problem), [
    { line: 3, detail: '"value": must be 64 hexadecimal digits' },
    { line: null, detail: 'the file is empty' },
  ]);
  assert.deepEqual(rowProblems(null), []);
});
