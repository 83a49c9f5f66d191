import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';
import { packEdition } from '../reading/pack-edition.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { importUsSdnCsv } from './us-ofac-csv.ts';
import { importUsSdnEnhanced } from './us-ofac-enhanced.ts';
import { importUsSdnXml } from './us-ofac-xml.ts';
import { importUsSdn } from './us-ofac.ts';

// All invented.
const xml = `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>02/13/2026</Publish_Date><Record_Count>4</Record_Count></publshInformation>
<sdnEntry><uid>11</uid><firstName>Orlandis</firstName><lastName>VENTRAMONT</lastName><sdnType>Individual</sdnType><programList><program>SDGT</program><program>IRGC</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>A1234567</idNumber></id></idList>
<akaList><aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>ORLY</lastName></aka><aka><uid>3</uid><type>f.k.a.</type><category>strong</category><lastName>VENTRA</lastName><firstName>Orlo</firstName></aka></akaList>
<addressList><address><city>Nowhere</city></address></addressList>
<nationalityList><nationality><uid>4</uid><country>Fiji</country><mainEntry>true</mainEntry></nationality></nationalityList>
<dateOfBirthList><dateOfBirthItem><uid>5</uid><dateOfBirth>04 May 1961</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry>
<sdnEntry><uid>12</uid><lastName>GREY HERON FRONT</lastName><sdnType>Entity</sdnType><programList><program>FTO</program></programList></sdnEntry>
<sdnEntry><uid>13</uid><lastName>HERON TRADING</lastName><sdnType>Entity</sdnType><programList><program>CUBA</program></programList></sdnEntry>
<sdnEntry><uid>14</uid><lastName>SEA HERON</lastName><sdnType>Vessel</sdnType><programList><program>SDGT</program></programList></sdnEntry>
</sdnList>`;
const sdn = [
  '11,"VENTRAMONT, Orlandis","individual","SDGT] [IRGC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 04 May 1961; nationality Fiji; Passport A1234567; a.k.a. \'ORLY\'."',
  '12,"GREY HERON FRONT",-0- ,"FTO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '13,"HERON TRADING",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '14,"SEA HERON","vessel","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '\u001A',
].join('\r\n');
const alt = '11,3,"fka","VENTRA, Orlo",-0- \r\n12,4,"aka","THE ROOST",-0- \r\n';

const name = (parts: string) => `<name>${parts}</name>`;
const written = (text: string, script = 'Latin') =>
  `<translation><script>${script}</script><formattedFullName>${text}</formattedFullName></translation>`;
const enhanced = `<?xml version="1.0" encoding="utf-8"?>
<sanctionsData xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML">
<publicationInfo><dataAsOf>2026-02-13T00:00:00</dataAsOf><filters><sanctionsLists><sanctionsList>SDN List</sanctionsList></sanctionsLists></filters></publicationInfo>
<referenceValues><referenceValue refId="1"><type>ALIAS TYPE</type><value>A.K.A.</value></referenceValue></referenceValues>
<entities>
<entity id="11"><generalInfo><identityId>7</identityId><entityType>Individual</entityType></generalInfo>
<sanctionsLists><sanctionsList datePublished="2019-03-26">SDN List</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram><sanctionsProgram>IRGC</sanctionsProgram></sanctionsPrograms>
<names>${name(`<isPrimary>false</isPrimary><aliasType>F.K.A.</aliasType><isLowQuality>false</isLowQuality><translations>${written('VENTRA, Orlo')}</translations>`)}
${name(`<isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations>${written('VENTRAMONT, Orlandis')}${written('\u202Bأورلاندس فنترامونت\u202C', 'Arabic')}</translations>`)}
${name(`<isPrimary>false</isPrimary><aliasType>A.K.A.</aliasType><isLowQuality>true</isLowQuality><translations>${written('ORLY')}</translations>`)}</names>
<addresses><address><country>Nowhere</country></address></addresses>
<features><feature><type>Birthdate</type><value>04 May 1961</value></feature><feature><type>Nationality Country</type><value>Fiji</value></feature><feature><type>Email Address</type><value>orly@roost.example</value></feature></features>
<identityDocuments><identityDocument><documentNumber>A1234567</documentNumber></identityDocument></identityDocuments></entity>
<entity id="12"><generalInfo><entityType>Entity</entityType></generalInfo><sanctionsLists><sanctionsList datePublished="2020-01-02">SDN List</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram>FTO</sanctionsProgram></sanctionsPrograms><names>${name(`<isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations>${written('GREY HERON FRONT')}</translations>`)}</names></entity>
<entity id="13"><generalInfo><entityType>Entity</entityType></generalInfo><sanctionsLists><sanctionsList datePublished="2020-01-02">FSE List</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram></sanctionsPrograms><names>${name(`<isPrimary>true</isPrimary><translations>${written('HERON TRADING')}</translations>`)}</names></entity>
</entities></sanctionsData>`;

const ventramont = {
  reference: '11',
  kind: 'person',
  names: [
    { text: 'Orlandis VENTRAMONT', kind: 'primary', strength: 'strong', script: 'Latn' },
    { text: 'Orlo VENTRA', kind: 'former', strength: 'strong', script: 'Latn' },
    { text: 'ORLY', kind: 'alias', strength: 'weak', script: 'Latn' },
  ],
  listedOn: null,
  updatedOn: null,
  listType: 'SDGT, IRGC',
  nationalities: ['Fiji'],
  birthYears: [1961],
};
const bytes = (text: string) => [Buffer.from(text)];

test('SDN.XML: programmes about terrorism, names turned round, no papers and no vessels', async () => {
  const list = await importUsSdnXml(bytes(xml));
  const [first, ...others] = list.entries;
  assert.deepEqual(
    { ...first, names: new Set(first?.names) },
    { ...ventramont, names: new Set(ventramont.names) },
  );
  assert.deepEqual(
    others.map(({ reference }) => reference),
    ['12'],
  );
  assert.equal(list.generatedAt, '2026-02-13');
  assert.doesNotMatch(JSON.stringify(list), /A1234567|Nowhere|04 May/);
  const all = await importUsSdnXml(bytes(xml), { programmes: null });
  assert.deepEqual(
    all.entries.map(({ reference }) => reference),
    ['11', '12', '13'],
  );
});

test('SDN.CSV with ALT.CSV says the same', async () => {
  const list = await importUsSdnCsv(bytes(sdn), bytes(alt));
  assert.deepEqual(list.entries[0], ventramont);
  assert.deepEqual(
    list.entries[1]?.names.map(({ text }) => text),
    ['GREY HERON FRONT', 'THE ROOST'],
  );
  assert.equal(list.entries.length, 2);
  const alone = await importUsSdnCsv(bytes(sdn));
  assert.deepEqual(
    alone.entries[0]?.names.map(({ text }) => text),
    ['Orlandis VENTRAMONT', 'ORLY'],
  );
});

test('ENHANCED_XML says since when, and names in their own script', async () => {
  const list = await importUsSdnEnhanced(bytes(enhanced));
  assert.equal(list.generatedAt, '2026-02-13');
  assert.deepEqual(
    list.entries.map(({ reference, listedOn }) => [reference, listedOn]),
    [
      ['11', '2019-03-26'],
      ['12', '2020-01-02'],
    ],
  );
  const { names, ...rest } = list.entries[0]!;
  assert.deepEqual({ ...rest, listedOn: null, names: null }, { ...ventramont, names: null });
  assert.deepEqual(
    names.map(({ text, kind, strength, script }) => [text, kind, strength, script]),
    [
      ['Orlandis VENTRAMONT', 'primary', 'strong', 'Latn'],
      ['Orlo VENTRA', 'former', 'strong', 'Latn'],
      ['أورلاندس فنترامونت', 'original_script', 'strong', 'Arab'],
      ['ORLY', 'alias', 'weak', 'Latn'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(list), /A1234567|Nowhere|04 May|roost\.example/);
  await isRefusedWhenCut(enhanced, (chunks) => importUsSdnEnhanced(chunks));
  await readsTheSameInAnyPieces(enhanced, (chunks) => importUsSdnEnhanced(chunks));
  const extract = enhanced.replace(
    '</filters>',
    '<sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram></sanctionsPrograms></filters>',
  );
  await isRefused(importUsSdnEnhanced(bytes(extract)), 'truncated');
  assert.equal(
    (await importUsSdnEnhanced(bytes(extract), { programmes: ['SDGT'] })).entries.length,
    1,
  );
  await isRefused(
    importUsSdnEnhanced(bytes(enhanced.replace('entity id="12"', 'entity id="11"'))),
    'duplicate_reference',
  );
});

test('each form is told by how it begins, and several files may come together', async () => {
  const file = (called: string, text: string) => ({ name: called, bytes: Buffer.from(text) });
  const referencesOf = async (chunks: Iterable<Uint8Array>) =>
    (await importUsSdn(chunks)).entries.map(({ reference }) => reference);
  for (const text of [xml, enhanced, sdn])
    assert.deepEqual(await referencesOf(bytes(text)), ['11', '12']);
  const both = packEdition([
    file('add.csv', '11,5,"Nowhere","Fiji","Fiji",-0- \r\n'),
    file('alt.csv', alt),
    file('sdn.csv', sdn),
  ]);
  const list = await importUsSdn([both]);
  assert.deepEqual(list.entries, (await importUsSdnCsv(bytes(sdn), bytes(alt))).entries);
  assert.deepEqual(await referencesOf([packEdition([file('x.xml', enhanced)])]), ['11', '12']);
  await isRefused(importUsSdn([packEdition([file('alt.csv', alt)])]), 'wrong_columns');
  await isRefused(importUsSdn([both.subarray(0, -30)]), 'not_zip');
  await isRefused(importUsSdn([packEdition([])]), 'missing_field');
});

test('the real ENHANCED_XML is read', async () => {
  const path = realList('ofac-enhanced-IRGC-2024-08-28.xml');
  if (path === null) return;
  const list = await importUsSdnEnhanced(createReadStream(path), { programmes: ['IRGC'] });
  assert.deepEqual(countsOf(list), { organisations: 84, persons: 165 });
  assert.equal(list.generatedAt, '2024-08-28');
  assert.ok(list.entries.every(({ listedOn }) => listedOn !== null));
  await isRefused(importUsSdnEnhanced(createReadStream(path)), 'truncated');
});

test('a list that is cut, counts otherwise than it says, or is another is refused', async () => {
  await isRefusedWhenCut(xml, (chunks) => importUsSdnXml(chunks));
  await readsTheSameInAnyPieces(xml, (chunks) => importUsSdnXml(chunks));
  await readsTheSameInAnyPieces(sdn, (chunks) => importUsSdnCsv(chunks));
  const fewer = xml.replace(/<sdnEntry><uid>13.*?<\/sdnEntry>/su, '');
  await isRefused(importUsSdnXml(bytes(fewer)), 'truncated');
  await isRefused(
    importUsSdnXml(bytes(xml.replace('<uid>12</uid>', '<uid>11</uid>'))),
    'duplicate_reference',
  );
  await isRefused(
    importUsSdnXml(bytes(xml.replace(/<publsh.*?<\/publshInformation>/su, ''))),
    'missing_field',
  );
  await isRefused(importUsSdnCsv(bytes('a,b\r\n')), 'wrong_columns');
  await isRefused(importUsSdnCsv(bytes('')), 'missing_field');
  await isRefused(importUsSdnCsv(bytes(sdn), bytes('1,2\r\n')), 'wrong_columns');
  await isRefused(
    importUsSdnCsv(bytes(`${sdn.split('\r\n')[0]}\r\n`.repeat(2))),
    'duplicate_reference',
  );
});

test('the real SDN.CSV and ALT.CSV are read', async () => {
  const [names, aliases] = [realList('sdn.csv'), realList('alt.csv')];
  if (names === null || aliases === null) return;
  const list = await importUsSdnCsv(createReadStream(names), createReadStream(aliases));
  assert.deepEqual(countsOf(list), { organisations: 562, persons: 997 });
  const all = await importUsSdnCsv(createReadStream(names), createReadStream(aliases), {
    programmes: null,
  });
  assert.deepEqual(countsOf(all), { organisations: 3673, persons: 4620 });
});
