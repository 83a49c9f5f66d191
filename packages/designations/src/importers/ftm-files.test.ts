import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packEdition } from '../reading/pack-edition.ts';
import { isRefused } from './cut-anywhere.test-data.ts';
import { importFtmFiles } from './ftm-files.ts';
import { INVENTED_FTM, linesOf } from './ftm.test-data.ts';

const SOURCE = { authority: 'TO', listName: 'Gazette of an invented atoll' };
const whole = { name: 'entities.ftm.json', bytes: Buffer.from(linesOf(INVENTED_FTM)) };
const delta = (name: string, op: string, caption: string) => ({
  name,
  bytes: Buffer.from(
    linesOf([
      {
        op,
        entity: {
          id: 'o-new',
          caption,
          schema: 'Organization',
          properties: { name: [caption], topics: ['crime.terror'] },
        },
      },
    ]),
  ),
});
const namesIn = async (...files: (typeof whole)[]) =>
  (await importFtmFiles([packEdition(files)], SOURCE)).entries
    .filter(({ reference }) => reference === 'o-new')
    .flatMap(({ names }) => names.map(({ text }) => text));

test('deltas are applied to the whole file in the order of their names', async () => {
  const add = delta('delta-9.json', 'ADD', 'Heron Path');
  const change = delta('delta-10.json', 'MOD', 'Heron Way');
  assert.deepEqual(await namesIn(whole), []);
  assert.deepEqual(await namesIn(add, whole), ['Heron Path']);
  assert.deepEqual(await namesIn(change, add, whole), ['Heron Way']);
  assert.deepEqual(await namesIn(delta('delta-11.json', 'DEL', ''), change, add, whole), []);
  const alone = await importFtmFiles([whole.bytes], SOURCE);
  assert.deepEqual(alone.entries, (await importFtmFiles([packEdition([whole])], SOURCE)).entries);
});

test('what is not one whole file with its deltas is refused', async () => {
  const add = delta('delta.json', 'ADD', 'Heron Path');
  await isRefused(importFtmFiles([packEdition([add])], SOURCE), 'missing_field');
  const twice = packEdition([whole, { ...whole, name: 'again.json' }]);
  await isRefused(importFtmFiles([twice], SOURCE), 'missing_field');
  const cut = { ...add, bytes: add.bytes.subarray(0, -5) };
  await isRefused(importFtmFiles([packEdition([whole, cut])], SOURCE), 'truncated');
});
