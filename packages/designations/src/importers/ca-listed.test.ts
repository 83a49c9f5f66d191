import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { packEdition } from '../reading/pack-edition.ts';
import { realList } from '../real-list.test-data.ts';
import { importCaListed, importCaListedFiles } from './ca-listed.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { namesListedIn } from './names-listed-in.ts';

const item = (fid: string, text: string, more = '') =>
  `<Item lims:inforce-start-date="2021-02-03" lims:fid="${fid}" ${more}><Text>${text}</Text></Item>`;
const regulations = (items: string, language = 'en') =>
  `<?xml version="1.0" encoding="utf-8"?><Regulation lims:current-date="2026-06-14" xml:lang="${language}" xmlns:lims="http://justice.gc.ca/lims"><Body><Section><Label>1</Label><List>${items}</List></Section></Body></Regulation>`;

// All invented.
const english = regulations(
  [
    item(
      '11',
      'Grey Heron Front (GHF) (“The Roost”) (also known among other names as Heron Column, Front of the Grey Heron (FGH, FH), and Salt and Tide Brigade)',
      'lims:id="11" lims:enacted-date="2021-02-03"',
    ),
    item(
      '12',
      'Amber Plover (also known as <Language xml:lang="fr">Pluvier</Language>)',
      'lims:id="99" lims:enacted-date="2024-01-01"',
    ),
    item('13', '764', 'lims:id="13"'),
  ].join(''),
);
const french = regulations(
  [
    item(
      '21',
      'Front du héron gris [connu notamment sous les noms suivants : Heron Column et Le Nid (LN)]',
      'lims:id="21"',
    ),
    item('22', 'Pluvier ambré', 'lims:id="22"'),
    item('23', '764', 'lims:id="23"'),
  ].join(''),
  'fr',
);
const read = (text: string, other: string | null = null) =>
  importCaListed([Buffer.from(text)], other === null ? null : [Buffer.from(other)]);

test('the names in an item, however they are parted', () => {
  assert.deepEqual(namesListedIn('A (B) (also known as C and D)'), ['A', 'B', 'C', 'D']);
  assert.deepEqual(namesListedIn('A (also known among other names as B, C (D, E), and F and G)'), [
    'A',
    'B',
    'C (D, E)',
    'F and G',
  ]);
  assert.deepEqual(namesListedIn('𝒜 (B'), ['𝒜', 'B']);
});

test('the regulations are read; a day only where the item was never amended', async () => {
  const list = await read(english);
  assert.deepEqual(
    list.entries.map(({ reference, listedOn, names }) => [
      reference,
      listedOn,
      names.map(({ text }) => text),
    ]),
    [
      [
        '11',
        '2021-02-03',
        [
          'Grey Heron Front',
          'GHF',
          'The Roost',
          'Heron Column',
          'Front of the Grey Heron',
          'FGH',
          'FH',
          'Salt and Tide Brigade',
        ],
      ],
      ['12', null, ['Amber Plover', 'Pluvier']],
      ['13', null, ['764']],
    ],
  );
  assert.deepEqual([list.authority, list.generatedAt], ['CA', '2026-06-14']);
});

test('French names are joined to the item that shares one', async () => {
  const list = await read(english, french);
  const names = list.entries[0]?.names.map(({ text }) => text) ?? [];
  for (const name of ['Front du héron gris', 'Le Nid', 'LN'])
    assert.ok(names.includes(name), names.join());
  assert.equal(list.entries.length, 3);
  await isRefused(read(french, english), 'wrong_root');
});

test('both texts may come together, under any names', async () => {
  const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  const joined = (...files: ReturnType<typeof file>[]) => importCaListedFiles([packEdition(files)]);
  const { entries } = await read(english, french);
  assert.deepEqual((await joined(file('a', french), file('b', english))).entries, entries);
  assert.deepEqual((await joined(file('a', english), file('a', french))).entries, entries);
  assert.deepEqual(
    (await importCaListedFiles([Buffer.from(english)])).entries,
    (await read(english)).entries,
  );
  await isRefused(joined(file('a', french)), 'wrong_root');
  await isRefused(joined(file('a', english), file('b', english)), 'wrong_root');
  await isRefused(joined(file('a', english), file('b', french), file('c', french)), 'too_many');
});

test('what is not the whole regulations is refused', async () => {
  await isRefusedWhenCut(english, (chunks) => importCaListed(chunks));
  await readsTheSameInAnyPieces(english, (chunks) => importCaListed(chunks));
  await isRefused(read(regulations('')), 'missing_field');
  await isRefused(
    read(english.replaceAll('lims:fid="12"', 'lims:fid="11"')),
    'duplicate_reference',
  );
  await isRefused(read(english.replace('lims:fid="12"', '')), 'missing_field');
  await isRefused(read('<html><body>Gone</body></html>'), 'wrong_root');
});

test('the real regulations are read, in English and French', async () => {
  const [en, fr] = [realList('SOR-2002-284-en.xml'), realList('DORS-2002-284-fr.xml')];
  if (en === null || fr === null) return;
  const alone = await importCaListed(createReadStream(en));
  const both = await importCaListed(createReadStream(en), createReadStream(fr));
  assert.deepEqual([alone.entries.length, both.entries.length], [89, 89]);
  assert.equal(alone.entries.filter(({ listedOn }) => listedOn !== null).length, 37);
  const count = (list: typeof alone) => list.entries.flatMap(({ names }) => names).length;
  assert.ok(count(both) > count(alone) + 50, `${count(alone)} names, ${count(both)} with French`);
});
