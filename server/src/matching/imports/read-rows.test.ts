/** Files of entries as people and other systems write them: what is taken, and what is refused with its line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BankKind } from '@commonweal/contract';
import * as fc from 'fast-check';
import { createRowReader, guessFormat, type Defaults, type ReadRow } from './read-rows.ts';
import { decoded, FileUnreadable, records } from './record-reader.ts';

const plain: Defaults = { kind: 'hash', type: null, label: '', source: 'Lab', severity: null };

/** Reads a whole file that arrives in pieces of some bytes. */
async function read(
  file: string | Uint8Array,
  said: Partial<Defaults> = {},
  pieceBytes = 7,
): Promise<ReadRow[]> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const format = guessFormat(new TextDecoder().decode(bytes.subarray(0, 4096)));
  const readRow = createRowReader(format, { ...plain, ...said });
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
  const rows: ReadRow[] = [];
  for await (const record of records(
    decoded(pieces(), () => undefined),
    format,
  )) {
    const row = readRow(record);
    if (row !== null) rows.push(row);
  }
  return rows;
}

const brief = (rows: readonly ReadRow[]) =>
  rows.map((row) =>
    'entry' in row ? `${row.line} ${row.entry.type} ${row.entry.value}` : `${row.line} refused`,
  );

const md5 = 'ab'.repeat(16);
const sha1 = 'cd'.repeat(20);
const pdq = `${'0f'.repeat(16)}${'f0'.repeat(16)}`;

test('CSV: a byte order mark, CRLF, quotes over lines, empty lines, columns of others', async () => {
  const csv = `\uFEFF"hash",signal_type,Tags,ignored\r\n${md5},md5,"one, ""two""\r\nthree",x\r\n\r\n${sha1},HASH_SHA1,,\r\nnonsense,md5,,\r\nmd5,too,few\r\n`;
  const rows = await read(csv);
  assert.deepEqual(brief(rows), [`2 md5 ${md5}`, `5 sha1 ${sha1}`, '6 refused', '7 refused']);
  assert.ok(rows[0] !== undefined && 'entry' in rows[0]);
  assert.deepEqual([rows[0].entry.label, rows[0].entry.source], ['one, "two"\r\nthree', 'Lab']);
});

test('NDJSON: ours, and as ThreatExchange and python-threatexchange name things', async () => {
  const lines = [
    { type: 'pdq', value: pdq, label: 'march', source: 'Other Lab', severity: 4 },
    { indicator: md5, type: 'HASH_VIDEO_MD5', tags: ['march', 'night'], status: 'MALICIOUS' },
    { hash: md5 },
    { value: 7 },
    [],
  ].map((line) => JSON.stringify(line));
  const rows = await read([...lines, '{"value": '].join('\n'));
  assert.deepEqual(brief(rows), [
    `1 pdq ${pdq}`,
    `2 md5 ${md5}`,
    `3 md5 ${md5}`,
    '4 refused',
    '5 refused',
    '6 refused',
  ]);
  assert.ok(rows[0] !== undefined && 'entry' in rows[0]);
  assert.deepEqual([rows[0].entry.source, rows[0].entry.severity], ['Other Lab', 4]);
  assert.ok(rows[1] !== undefined && 'entry' in rows[1]);
  assert.equal(rows[1].entry.label, 'march, night');
});

test('one a line: a value, or its type before it; comments are passed over', async () => {
  const file = `# sample\npdq ${pdq}\n${md5}\n${pdq}\nvideo_md5 ${md5}\npdq ${pdq},93\n`;
  assert.deepEqual(brief(await read(file)), [
    `2 pdq ${pdq}`,
    `3 md5 ${md5}`,
    '4 refused',
    `5 md5 ${md5}`,
    `6 pdq ${pdq}`,
  ]);
  assert.deepEqual(brief(await read(`${pdq}\n`, { type: 'pdq' })), [`1 pdq ${pdq}`]);
  const links = 'hxxps://salt-gate[.]example/join\nurl https://salt-gate.example/two\nnot a link\n';
  assert.deepEqual(brief(await read(links, { kind: 'url' })), [
    '1 url salt-gate.example/join',
    '2 url salt-gate.example/two',
    '3 refused',
  ]);
  const phrases = 'the salt gate stands open, for the willing\nthe\n';
  assert.equal(brief(await read(phrases, { kind: 'phrase' }))[1], '2 refused');
});

test('what spoils the whole file is said with its place', async () => {
  const spoilt: [string | Uint8Array, RegExp][] = [
    [new Uint8Array([0x70, 0x64, 0x71, 0x20, 0xff, 0xfe]), /not UTF-8 text, near byte \d/],
    [`value,type\n"never closed,md5\n${md5},md5\n`, /quotation mark in line 2 is never closed/],
    ['hash,value\na,b\n', /Two columns of the first line say the value/],
    ['x'.repeat(500_000), /longer than 400000 characters/],
  ];
  for (const [file, message] of spoilt)
    await assert.rejects(read(file, {}, 65_536), (error: unknown) => {
      assert.ok(error instanceof FileUnreadable);
      assert.match(error.message, message);
      return true;
    });
});

test('a file is read the same however it is cut into pieces', async () => {
  const cell = fc.constantFrom(md5, sha1, 'nonsense', '"a ""b"" c"', '"over\r\nlines"', '', 'ü€𝕏');
  const row = fc.array(cell, { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 50 }), async (rows, pieceBytes) => {
      const csv = ['value,label', ...rows.map((cells) => cells.join(','))].join('\r\n');
      assert.deepEqual(await read(csv, {}, pieceBytes), await read(csv, {}, 1_000_000));
    }),
  );
});

test('a row is never of a type that its bank does not hold', async () => {
  const kinds: BankKind[] = ['hash', 'url', 'phrase'];
  const file = `md5 ${md5}\nurl https://salt-gate.example/a\nphrase the salt gate stands open\n`;
  for (const kind of kinds) {
    const taken = (await read(file, { kind })).filter((row) => 'entry' in row);
    assert.ok(taken.length >= 1, kind);
    for (const row of taken)
      assert.ok(
        'entry' in row && (kind === 'hash' ? row.entry.type === 'md5' : row.entry.type === kind),
      );
  }
});
