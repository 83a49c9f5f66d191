import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importCaAtom } from './ca-atom.ts';
import { importCaSema } from './ca-sema.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';

// All invented.
const sema = `<?xml version="1.0" encoding="utf-8"?><data-set>
<record><Country>Nowhere / Nulle part</Country><LastName>Ventramont</LastName><GivenName>Orlandis</GivenName><Aliases>Orly, Orlo Ventra</Aliases><DateOfBirthOrShipBuildDate>1961-05-04</DateOfBirthOrShipBuildDate><Schedule>1</Schedule><Item>7</Item><DateOfListing>2022-03-01</DateOfListing></record>
<record><Country>Nowhere / Nulle part</Country><EntityOrShip>Grey Heron Works (GHW)</EntityOrShip><Schedule>1</Schedule><Item>7</Item></record>
<record><EntityOrShip>Sea Heron</EntityOrShip><ShipIMONumber>1234567</ShipIMONumber></record>
</data-set>`;
const atom = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-06-10T00:00:00Z</updated>
<entry><title>Grey Heron Front (GHF)</title><id>https://x.example/ghf</id><updated>2026-06-09T10:00:00Z</updated><summary>Heron Column; Front of the Heron (FH, FOH), The Roost</summary><content>Long words.</content></entry>
<entry><title>Salt Brigade</title><id>https://x.example/sb</id><summary/></entry></feed>`;
const bytes = (text: string) => [Buffer.from(text)];

test('SEMA: persons and entities; two records of one item are told apart; ships are passed over', async () => {
  const { entries } = await importCaSema(bytes(sema));
  assert.deepEqual(
    entries.map(({ reference, kind, listedOn, birthYears, names }) => [
      reference,
      kind,
      listedOn,
      birthYears,
      names.map(({ text }) => text),
    ]),
    [
      [
        'Nowhere / Nulle part 1 7',
        'person',
        '2022-03-01',
        [1961],
        ['Orlandis Ventramont', 'Orly', 'Orlo Ventra'],
      ],
      [
        'Nowhere / Nulle part 1 7 grey-heron-works-organisation',
        'organisation',
        null,
        undefined,
        ['Grey Heron Works', 'GHW'],
      ],
    ],
  );
});

test('the feed: titles and summaries are names', async () => {
  const { entries, generatedAt } = await importCaAtom(bytes(atom));
  assert.equal(generatedAt, '2026-06-10');
  assert.deepEqual(
    entries.map(({ reference, updatedOn, names }) => [
      reference,
      updatedOn,
      names.map(({ text }) => text),
    ]),
    [
      [
        'https://x.example/ghf',
        '2026-06-09',
        ['Grey Heron Front', 'GHF', 'Heron Column', 'Front of the Heron', 'FH', 'FOH', 'The Roost'],
      ],
      ['https://x.example/sb', null, ['Salt Brigade']],
    ],
  );
});

test('what is cut, another file, or lacks a name is refused', async () => {
  for (const [text, read] of [
    [sema, importCaSema],
    [atom, importCaAtom],
  ] as const) {
    await isRefusedWhenCut(text, read);
    await readsTheSameInAnyPieces(text, read);
    await isRefused(read(bytes('<other></other>')), 'wrong_root');
  }
  await isRefused(importCaSema(bytes(sema.replace('2022-03-01', 'soon'))), 'bad_date');
  await isRefused(importCaSema(bytes('<data-set></data-set>')), 'missing_field');
  await isRefused(importCaAtom(bytes(atom.replace('>Salt Brigade<', '>…<'))), 'missing_field');
  await isRefused(importCaAtom(bytes(atom.replace('/sb<', '/ghf<'))), 'duplicate_reference');
});
