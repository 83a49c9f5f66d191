import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankKinds } from '@commonweal/contract';
import { csvTemplate, refusedCsv } from './csv.ts';

test('each template has as many cells in every row as in its head', () => {
  for (const kind of bankKinds) {
    const lines = csvTemplate(kind).trimEnd().split('\r\n');
    assert.ok(lines.length >= 2, kind);
    assert.equal(lines[0], 'type,value,label,source,severity,note');
    for (const line of lines) assert.equal(line.split(',').length, 6, line);
  }
});

test('refused rows become CSV that a spreadsheet only shows', () => {
  const rows = [
    { line: 3, detail: '"value": must be 64 hexadecimal digits' },
    { line: 9, detail: '=HYPERLINK("https://salt-gate.example")' },
  ];
  assert.equal(
    refusedCsv(rows),
    'line,what_is_wrong\r\n3,"""value"": must be 64 hexadecimal digits"\r\n9,"\'=HYPERLINK(""https://salt-gate.example"")"\r\n',
  );
});
