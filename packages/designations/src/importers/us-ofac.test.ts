import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { realList } from '../real-list.test-data.ts';
import { countsOf } from '../register.ts';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { importUsSdnCsv } from './us-ofac-csv.ts';
import { importUsSdnXml } from './us-ofac-xml.ts';

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
