import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';
import type { ImportLimits } from '../reading/limits.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { INVENTED_EU_LIST } from './eu-fsf.test-data.ts';
import { importEuFsf } from './eu-fsf.ts';

const read = (xml: string, limits: Partial<ImportLimits> = {}) =>
  importEuFsf([Buffer.from(xml)], limits);

test('the EU list is read: names, strengths, programmes, dates, the UN reference', async () => {
  const list = await read(INVENTED_EU_LIST);
  assert.equal(list.authority, 'EU');
  assert.equal(list.generatedAt, '2026-02-03T10:00:00.497+02:00');
  assert.deepEqual(countsOf(list), { organisations: 2, persons: 1 });
  const [person, front, league] = list.entries;
  assert.deepEqual(person, {
    reference: 'EU.1.11',
    kind: 'person',
    names: [
      { text: 'Orlandis Ventramont', kind: 'primary', strength: 'strong', script: 'Latn' },
      { text: 'Орландис Вентрамонт', kind: 'alias', strength: 'strong', script: 'Cyrl' },
      { text: 'Orly de Ventra', kind: 'alias', strength: 'weak', script: 'Latn' },
      { text: 'أورلانديس فنترامونت', kind: 'original_script', strength: 'strong', script: 'Arab' },
    ],
    listedOn: '2008-07-03',
    updatedOn: '2019-04-08',
    listType: 'TAQA',
    nationalities: ['TESTLAND'],
    birthYears: [1965, 1967, 1968],
    sameAs: [{ authority: 'UN', reference: 'TSi.001' }],
  });
  assert.deepEqual(
    front?.names.map(({ text, kind, strength }) => [text, kind, strength]),
    [
      ['Grey Heron Front', 'primary', 'strong'],
      ['GHF', 'alias', 'strong'],
      ['Heron & Egret Column', 'alias', 'unstated'],
    ],
  );
  assert.equal(front?.listType, 'TERR, HAM');
  assert.equal(front?.listedOn, null);
  assert.equal(front?.updatedOn, '2020-01-14');
  assert.equal(league?.reference, 'logical-33');
});

test('no paper, address, place or day of birth, office or remark is kept', async () => {
  const kept = JSON.stringify(await read(INVENTED_EU_LIST));
  assert.doesNotMatch(kept, /secret|X1234567|12-12|passport/i);
});

test('vessels and aircraft are passed over', async () => {
  const list = await read(INVENTED_EU_LIST.replace('code="enterprise"', 'code="vessel"'));
  assert.deepEqual(countsOf(list), { organisations: 1, persons: 1 });
});

test('chunk boundaries never change what is read of the EU list', () =>
  readsTheSameInAnyPieces(INVENTED_EU_LIST, importEuFsf));

test('an EU list cut anywhere is refused', () => isRefusedWhenCut(INVENTED_EU_LIST, importEuFsf));

const refusals: [name: string, xml: string, code: string, limits?: Partial<ImportLimits>][] = [
  ['an empty file', '', 'truncated'],
  ['another document', '<rss><channel/></rss>', 'wrong_root'],
  ['a web page', '<!DOCTYPE html><html><body>Sorry</body></html>', 'doctype'],
  ['a list without entries', '<export generationDate="2026-01-01"/>', 'missing_field'],
  ['no date of its own', INVENTED_EU_LIST.replace('generationDate', 'other'), 'bad_date'],
  ['a bad date', INVENTED_EU_LIST.replace('2008-07-03', '2008-13-03'), 'bad_date'],
  ['a reference used twice', INVENTED_EU_LIST.replace('EU.2.22', 'EU.1.11'), 'duplicate_reference'],
  ['no reference at all', INVENTED_EU_LIST.replace(' logicalId="33"', ''), 'missing_field'],
  ['no name', INVENTED_EU_LIST.replace('Plover League', ' '), 'missing_field'],
  ['no programme', INVENTED_EU_LIST.replace('programme="TAQA"', ''), 'missing_field'],
  ['another kind', INVENTED_EU_LIST.replace('code="person"', 'code="idea"'), 'missing_field'],
  ['an oversized name', INVENTED_EU_LIST, 'too_long', { fieldLength: 20 }],
  ['too many names', INVENTED_EU_LIST, 'too_many', { aliasesPerEntry: 3 }],
  ['too many entries', INVENTED_EU_LIST, 'too_many', { entries: 2 }],
  ['too many bytes', INVENTED_EU_LIST, 'too_large', { bytes: 1000 }],
];
for (const [name, xml, code, limits] of refusals)
  test(`refused of the EU list: ${name}`, () => isRefused(read(xml, limits), code));

test('the real excerpt repeats a reference and is refused; without the repetition it is read whole', async () => {
  const path = realList('sample_eu.xml');
  if (path === null) return;
  await isRefused(importEuFsf(createReadStream(path)), 'duplicate_reference');
  const text = readFileSync(path, 'utf8');
  const at = text.lastIndexOf('EU.4009.74');
  const list = await read(`${text.slice(0, at)}EU.9.99${text.slice(at + 10)}`);
  assert.deepEqual(countsOf(list), { organisations: 0, persons: 7 });
  assert.deepEqual(
    list.entries.map(({ listType }) => listType),
    ['TAQA', 'PRK', 'PRK', 'TERR', 'COD', 'PRK', 'TAQA'],
  );
  assert.deepEqual(
    list.entries.map(({ names }) => names.length),
    [5, 1, 1, 5, 1, 1, 1],
  );
  assert.deepEqual(list.entries[0]?.birthYears, [1958, 1965]);
  assert.equal(list.entries[3]?.listedOn, null);
});
