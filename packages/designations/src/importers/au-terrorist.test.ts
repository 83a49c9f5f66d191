import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importAuTerrorist } from './au-terrorist.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';

// All invented.
const page = `<!doctype html><html><head><title>Listed terrorist organisations</title></head><body>
<p>There are 3 organisations currently listed as terrorist organisations under the Criminal Code.</p>
<table><thead><tr><th>Organisation</th><th>Date listed</th></tr></thead><tbody>
<tr><td><a href="/grey-heron">Grey Heron Front (GHF)</a></td><td>5 July 2002<br>Re-listed: 29 November 2013, 3 August 2021</td></tr>
<tr><td>Amber Plover Column (also known as The Roost and Plover Path)</td><td>14 February 2022</td></tr>
<tr><td>Saltmarsh Brigade</td><td>March 2005, Re-listed: 4 April 2008</td></tr>
</tbody></table></body></html>`;
const bytes = (text: string) => [Buffer.from(text)];

test('names and the first day of listing are read', async () => {
  const { authority, entries, past } = await importAuTerrorist(bytes(page));
  assert.deepEqual([authority, past], ['AU', []]);
  assert.deepEqual(
    entries.map(({ listedOn, names }) => [listedOn, names.map(({ text }) => text)]),
    [
      ['2002-07-05', ['Grey Heron Front', 'GHF']],
      ['2022-02-14', ['Amber Plover Column', 'The Roost', 'Plover Path']],
      [null, ['Saltmarsh Brigade']],
    ],
  );
  assert.equal(new Set(entries.map(({ reference }) => reference)).size, 3);
});

test('a page that is cut, counts otherwise than it says, or is another is refused', async () => {
  await isRefusedWhenCut(page, importAuTerrorist);
  await readsTheSameInAnyPieces(page, importAuTerrorist);
  await isRefused(
    importAuTerrorist(bytes(page.replace(/<tr><td>Salt.*?<\/tr>/su, ''))),
    'truncated',
  );
  await isRefused(
    importAuTerrorist(bytes(page.replace('Saltmarsh Brigade', 'Grey Heron Front (GHF)'))),
    'duplicate_reference',
  );
  await isRefused(importAuTerrorist(bytes(page.replace('14 February 2022', 'soon'))), 'bad_date');
  await isRefused(importAuTerrorist(bytes(page.replace('Date listed', 'Notes'))), 'wrong_columns');
  await isRefused(
    importAuTerrorist(bytes('<html><body><p>Away</p></body></html>')),
    'wrong_columns',
  );
});
