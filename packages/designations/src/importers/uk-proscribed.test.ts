import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { importUkProscribed } from './uk-proscribed.ts';

// All invented.
const page = `<!DOCTYPE html><html><body><ul><li>Menu</li></ul>
<h2><span>SCHEDULE 2</span> <span>PROSCRIBED ORGANISATIONS</span></h2>
<ul><li><p>The Grey Heron Front.</p></li>
<li><p><a href="#c1"><sup>F1</sup></a>[Amber Plover (Plover Column) (also known as Column of the Plover and APC)]</p></li>
<li><p>Salt Brigade (SB)</p></li></ul>
<h3>NOTE</h3><ul><li>Not an organisation</li></ul>
<h2>SCHEDULE 3</h2><ul><li>Another thing</li></ul></body></html>`;
const read = (text: string) => importUkProscribed([Buffer.from(text)]);

test('the items of Schedule 2 are read, without the marks of amendments', async () => {
  const { entries } = await read(page);
  assert.deepEqual(
    entries.map(({ reference, names }) => [reference, names.map(({ text }) => text)]),
    [
      ['the-grey-heron-front-organisation', ['The Grey Heron Front']],
      [
        'amber-plover-organisation',
        ['Amber Plover', 'Plover Column', 'Column of the Plover', 'APC'],
      ],
      ['salt-brigade-organisation', ['Salt Brigade', 'SB']],
    ],
  );
});

test('a page that is cut, or has no such schedule, or an item twice, is refused', async () => {
  await isRefusedWhenCut(page, importUkProscribed);
  await readsTheSameInAnyPieces(page, importUkProscribed);
  await isRefused(read(page.replace('SCHEDULE 2', 'SCHEDULE 9')), 'missing_field');
  await isRefused(
    read(page.replace('Salt Brigade (SB)', 'The Grey Heron Front')),
    'duplicate_reference',
  );
  await isRefused(read(page.replace('Salt Brigade (SB)', '…')), 'missing_field');
});
