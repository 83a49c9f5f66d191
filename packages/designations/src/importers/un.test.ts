import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { UN_FLOOR, countGuard } from '../count-guard.ts';
import { importUn } from './un.ts';
import type { ImportLimits } from '../reading/limits.ts';
import { INVENTED_LIST } from '../invented-list.test-data.ts';
import { ListRefused } from '../list-refused.ts';
import { namesInField } from '../published-name.ts';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';

function read(xml: string, limits: Partial<ImportLimits> = {}) {
  return importUn([Buffer.from(xml)], limits);
}

test('a list is read: names, kinds, strengths, dates, nationality', async () => {
  const list = await read(INVENTED_LIST);
  assert.equal(list.generatedAt, '2026-01-02T00:00:09.554Z');
  assert.deepEqual(countsOf(list), { organisations: 1, persons: 1 });
  const [person, organisation] = list.entries;
  assert.deepEqual(person, {
    reference: 'TSi.001',
    kind: 'person',
    names: [
      { text: 'ORLANDIS VENTRAMONT', kind: 'primary', strength: 'strong', script: 'Latn' },
      { text: 'Ventramonte, Orlando', kind: 'alias', strength: 'strong', script: 'Latn' },
      { text: 'Orlandis Ventra', kind: 'alias', strength: 'strong', script: 'Latn' },
      { text: 'Orly', kind: 'alias', strength: 'weak', script: 'Latn' },
    ],
    listedOn: '2015-04-07',
    updatedOn: '2020-02-03',
    listType: 'Testland',
    nationalities: ['Testland'],
    birthYears: [1950],
  });
  assert.deepEqual(
    organisation?.names.map(({ text, kind }) => [text, kind]),
    [
      ['GREY HERON FRONT', 'primary'],
      ['GHF', 'alias'],
      ['جبهة البلشون الرمادي', 'original_script'],
      ['The Roost', 'alias'],
      ['The Youth', 'alias'],
      ['Heron & Egret Column', 'former'],
    ],
  );
});

test('no document, address, day of birth or comment is kept', async () => {
  const kept = JSON.stringify(await read(INVENTED_LIST));
  for (const personal of ['X1234567', 'Secret', 'Jan. 1950', '12345678', 'passport', 'comment']) {
    assert.ok(!kept.includes(personal), personal);
  }
});

test('chunk boundaries never change what is read', async () => {
  const bytes = Buffer.from(INVENTED_LIST);
  const whole = await importUn([bytes]);
  const cuts = fc.array(fc.nat(bytes.length), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(cuts, async (at) => {
      const edges = [0, ...at.toSorted((a, b) => a - b), bytes.length];
      const chunks = edges.slice(1).map((edge, k) => bytes.subarray(edges[k], edge));
      assert.deepEqual(await importUn(chunks), whole);
    }),
    { numRuns: 60 },
  );
  assert.deepEqual(await importUn(Array.from(bytes, (byte) => Uint8Array.of(byte))), whole);
});

const BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
const refusals: [name: string, xml: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an entity bomb', `${BOMB}<CONSOLIDATED_LIST dateGenerated="2026-01-01">&b;`, 'doctype'],
  [
    'an external entity',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    'doctype',
  ],
  ['a web page', '<!DOCTYPE html><html><body>Sorry</body></html>', 'doctype'],
  ['an unknown entity', INVENTED_LIST.replace('&amp;', '&lol;'), 'not_xml'],
  ['another document', '<rss><channel/></rss>', 'wrong_root'],
  ['an empty file', '', 'truncated'],
  ['mismatched tags', INVENTED_LIST.replace('</ENTITIES>', '</ENTITY>'), 'not_xml'],
  ['another encoding', INVENTED_LIST.replace('UTF-8', 'ISO-8859-1'), 'not_utf8'],
  ['a missing section', INVENTED_LIST.replace(/<ENTITIES>[^]*<\/ENTITIES>/, ''), 'missing_field'],
  ['no reference', INVENTED_LIST.replace('TSe.001', ' '), 'missing_field'],
  ['no name', INVENTED_LIST.replace('ORLANDIS', ''), 'missing_field'],
  [
    'a field given twice',
    INVENTED_LIST.replace('<THIRD_NAME/>', '<FIRST_NAME>X</FIRST_NAME>'),
    'missing_field',
  ],
  ['a reference used twice', INVENTED_LIST.replace('TSe.001', 'TSi.001'), 'duplicate_reference'],
  ['a bad date', INVENTED_LIST.replace('2014-06-01', '2014-13-01'), 'bad_date'],
  ['no date of its own', INVENTED_LIST.replace(/dateGenerated="[^"]*"/, ''), 'bad_date'],
  ['an oversized name', INVENTED_LIST.replace('ORLANDIS', 'O'.repeat(5000)), 'too_long'],
  ['deep nesting', INVENTED_LIST.replace('<DATAID>', '<x>'.repeat(20)), 'too_deep'],
  ['too many bytes', INVENTED_LIST, 'too_large', { bytes: 1000 }],
  ['too many entries', INVENTED_LIST, 'too_many', { entries: 1 }],
  ['too many aliases', INVENTED_LIST, 'too_many', { aliasesPerEntry: 2 }],
];
for (const [name, xml, code, limits] of refusals) {
  test(`refused: ${name}`, async () => {
    await assert.rejects(read(xml, limits), (error) => {
      assert.ok(error instanceof ListRefused, String(error));
      assert.equal(error.code, code, error.message);
      assert.ok((error.line ?? 0) >= 1 && error.whatToDo !== '');
      return true;
    });
  });
}

test('a file cut anywhere is refused, never read as a shorter list', async () => {
  const bytes = Buffer.from(INVENTED_LIST);
  for (let length = 0; length < bytes.length; length += 37) {
    await assert.rejects(importUn([bytes.subarray(0, length)]), ListRefused);
  }
});

test('bytes that are not UTF-8 are refused', async () => {
  const bytes = Buffer.concat([
    Buffer.from(INVENTED_LIST.slice(0, 300)),
    Buffer.from([0xff, 0xfe]),
  ]);
  await assert.rejects(importUn([bytes]), { code: 'not_utf8' });
});

async function* broken() {
  yield Buffer.from(INVENTED_LIST.slice(0, 200));
  await Promise.reject(new Error('connection lost'));
}

test('a stream that breaks off rejects with its own error', async () => {
  await assert.rejects(importUn(broken()), /connection lost/);
});

const fields: [field: string, names: string[]][] = [
  ['Grey Heron Front (GHF)', ['Grey Heron Front', 'GHF']],
  ['Relief House (Testland)', ['Relief House (Testland)']],
  ['LEADER (GREY BAY) LIMITED', ['LEADER (GREY BAY) LIMITED']],
  ['HERON UNION / HU', ['HERON UNION', 'HU']],
  ['Heron (ХЕРОН; Xeron)', ['Heron', 'ХЕРОН', 'Xeron']],
  [
    'جبهة البلشون (the Heron Front; Jabhat (HF))',
    ['جبهة البلشون', 'the Heron Front', 'Jabhat (HF)'],
  ],
  ['Heron (original script: Херон)', ['Heron', 'Херон']],
  [') Grey Heron, ', ['Grey Heron']],
  ['One Heron b) Two Heron', ['One Heron', 'Two Heron']],
  ['“General” Heron', ['General Heron']],
  ['Heron 12345678', []],
  ['  ', []],
];
for (const [field, names] of fields) {
  test(`names in "${field}"`, () => assert.deepEqual(namesInField(field, 'organisation'), names));
}

test('notes on a person are no names', () => {
  assert.deepEqual(namesInField('Or Ventra (birth name)', 'person'), ['Or Ventra']);
  assert.deepEqual(namesInField('Or Ventra (Ventro)', 'person'), ['Or Ventra']);
});

test('a list that lost a fifth, or is below its floor, is refused unless forced', () => {
  const before = { organisations: 100, persons: 100 };
  assert.deepEqual(countGuard(before, { organisations: 80, persons: 100 }), []);
  assert.deepEqual(countGuard(null, before), []);
  const shrunk = { organisations: 79, persons: 100 };
  assert.throws(() => countGuard(before, shrunk), {
    code: 'shrank',
    message: /79 .* 100 \(21 % fewer\)/,
  });
  assert.throws(() => countGuard(null, before, { floor: UN_FLOOR }), { code: 'below_floor' });
  assert.equal(countGuard(before, shrunk, { forced: true }).length, 1);
});

const EDITIONS: [date: string, organisations: number, persons: number][] = [
  ['2021-01-27', 293, 710],
  ['2024-01-02', 193, 676],
  ['2025-06-01', 193, 684],
  ['2026-02-27', 273, 730],
];
for (const [date, organisations, persons] of EDITIONS) {
  test(`the UN list of ${date} is read whole`, async () => {
    const path = realList(`un-consolidated-${date}.xml`);
    if (path === null) return;
    const list = await importUn(createReadStream(path, { highWaterMark: 4099 }));
    assert.deepEqual(countsOf(list), { organisations, persons });
    assert.deepEqual(list, await importUn([readFileSync(path)]));
    for (const { text } of list.entries.flatMap(({ names }) => names)) {
      assert.doesNotMatch(text, /\d{4}|passport|\bborn\b|[;"“”]/iu);
    }
  });
}
