import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListRefused } from '../list-refused.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { readCsv } from './read-csv.ts';

test('what is refused of a row refuses the file, and no further row is read', async () => {
  const seen: string[] = [];
  const reading = readCsv([Buffer.from('a,1\nb,2\nc,3\n')], IMPORT_LIMITS, ({ cells, line }) => {
    seen.push(cells[0] ?? '');
    if (line === 2)
      throw new ListRefused('missing_field', 'No good', 'Mend it', { line, column: 1 });
  });
  await assert.rejects(reading, { code: 'missing_field', line: 2 });
  assert.deepEqual(seen, ['a', 'b']);
});
