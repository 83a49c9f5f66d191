import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { importNzDesignated } from './nz-designated.ts';
import { importUsFto } from './us-fto.ts';

// All invented.
const fto = `<!DOCTYPE html><html><head><title>FTO</title></head><body>
<h2>Designated Foreign Terrorist Organizations</h2>
<table><tr><th>Date Designated</th><th>Name</th></tr>
<tr><td>10/8/1997</td><td>Grey Heron Front (GHF)</td></tr>
<tr><td rowspan="2">May 4, 2021</td><td>Amber Plover (aka Plover Column)</td></tr>
<tr><td>Salt Brigade</td></tr></table>
<h2>Delisted Foreign Terrorist Organizations</h2>
<table><tr><th>Date Removed</th><th>Name</th><th>Date Originally Designated</th></tr>
<tr><td>2/16/2021</td><td>Salt Brigade</td><td>1/19/2021</td></tr></table>
<p>End</p></body></html>`;
const nz = `<!DOCTYPE html><html><body><h1>Lists</h1>
<h2>Designated terrorist entities</h2>
<table><tr><th>Terrorist entity</th><th>Date of designation</th><th>Date designation expires</th></tr>
<tr><td>Grey Heron Front (GHF)</td><td>11 October 2010</td><td>10 October 2027</td></tr></table>
<h2>Expired designations</h2>
<table><tr><th>Terrorist entity</th><th>Date of designation</th><th>Expired on</th></tr>
<tr><td>Amber Plover</td><td>1 May 2011</td><td>30 April 2017</td></tr></table>
<h2>Revoked designations</h2>
<table><tr><th>Terrorist entity</th><th>Date of designation</th><th>Date revoked</th></tr>
<tr><td>Salt Brigade</td><td>3 June 2012</td><td>4 July 2015</td></tr></table>
</body></html>`;
const bytes = (text: string) => [Buffer.from(text)];

test('US: those designated, and those delisted with both days', async () => {
  const { entries, past } = await importUsFto(bytes(fto));
  assert.deepEqual(
    entries.map(({ reference, listedOn, names }) => [
      reference,
      listedOn,
      names.map(({ text }) => text),
    ]),
    [
      ['grey-heron-front-organisation', '1997-10-08', ['Grey Heron Front', 'GHF']],
      ['amber-plover-organisation', '2021-05-04', ['Amber Plover', 'Plover Column']],
      ['salt-brigade-organisation', '2021-05-04', ['Salt Brigade']],
    ],
  );
  assert.deepEqual(
    past.map(({ reference, listedOn, endedOn }) => [reference, listedOn, endedOn]),
    [['salt-brigade-organisation', '2021-01-19', '2021-02-16']],
  );
});

test('NZ: those designated until a day, and those expired and revoked', async () => {
  const { entries, past } = await importNzDesignated(bytes(nz));
  assert.deepEqual(
    entries.map(({ reference, listedOn, expiresOn }) => [reference, listedOn, expiresOn]),
    [['grey-heron-front-organisation', '2010-10-11', '2027-10-10']],
  );
  assert.deepEqual(
    past.map(({ reference, listedOn, endedOn }) => [reference, listedOn, endedOn]),
    [
      ['amber-plover-organisation', '2011-05-01', '2017-04-30'],
      ['salt-brigade-organisation', '2012-06-03', '2015-07-04'],
    ],
  );
});

test('a page that is cut, lacks a table, or has something else in a cell is refused', async () => {
  for (const [page, read] of [
    [fto, importUsFto],
    [nz, importNzDesignated],
  ] as const) {
    await isRefusedWhenCut(page, read);
    await readsTheSameInAnyPieces(page, read);
    await isRefused(read(bytes('<html><body><p>Moved</p></body></html>')), 'wrong_columns');
    await isRefused(read(bytes(page.replace('Grey Heron Front (GHF)', '—'))), 'missing_field');
  }
  await isRefused(importUsFto(bytes(fto.replace('10/8/1997', 'soon'))), 'bad_date');
  await isRefused(importUsFto(bytes(fto.replace('2/16/2021', ''))), 'missing_field');
  await isRefused(
    importUsFto(bytes(fto.replace('Amber Plover (aka', 'Salt Brigade (aka'))),
    'duplicate_reference',
  );
  await isRefused(importNzDesignated(bytes(nz.replace('4 July 2015', '–'))), 'missing_field');
  const again = nz.replace(
    '</table>',
    '<tr><td>Grey Heron Front</td><td></td><td></td></tr></table>',
  );
  await isRefused(importNzDesignated(bytes(again)), 'duplicate_reference');
});
