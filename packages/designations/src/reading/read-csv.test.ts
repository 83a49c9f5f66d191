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

test('a line end that two pieces part is one line end, whichever a file has', async () => {
  for (const end of ['\r\n', '\n', '\r']) {
    const text = ['a,b', '"1","x, y"', '2,z'].join(end);
    for (let cut = 0; cut <= text.length; cut++) {
      const rows: (readonly string[])[] = [];
      const pieces = [text.slice(0, cut), text.slice(cut)].map((piece) => Buffer.from(piece));
      await readCsv(pieces, IMPORT_LIMITS, ({ cells }) => void rows.push(cells));
      assert.deepEqual(
        rows,
        [
          ['a', 'b'],
          ['1', 'x, y'],
          ['2', 'z'],
        ],
        `cut at ${cut}`,
      );
    }
  }
});
