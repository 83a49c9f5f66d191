import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefused, isRefusedWhenCut, readsTheSameInAnyPieces } from './cut-anywhere.test-data.ts';
import { VENTRAMONT } from './uk-sanctions.test-data.ts';
import { importUkSanctionsXml } from './uk-sanctions-xml.ts';

// All invented.
const xml = `<?xml version="1.0" encoding="utf-8"?><Designations><DateGenerated>13/02/2026</DateGenerated>
<Designation><LastUpdated>01/02/2026</LastUpdated><DateDesignated>31/01/2011</DateDesignated><UniqueID>XXQ0001</UniqueID><UNReferenceNumber>XXi.007</UNReferenceNumber>
<Names><Name><Name6>VENTRAMONT</Name6><Name1>Orlandis</Name1><NameType>Primary Name</NameType></Name><Name><Name6>ORLY</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>اورلاندس</NameNonLatinScript></NonLatinName></NonLatinNames>
<RegimeName>ISIL (Da’esh) and Al-Qaida</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip><SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
<OtherInformation>Passport A1234567</OtherInformation><Addresses><Address><AddressLine1>1 Nowhere St</AddressLine1></Address></Addresses>
<IndividualDetails><Individual><DOBs><DOB>04/05/1961</DOB></DOBs><Nationalities><Nationality>Fiji</Nationality></Nationalities></Individual></IndividualDetails></Designation>
<Designation><UniqueID>XXQ0003</UniqueID><Names><Name><Name6>SEA HERON</Name6><NameType>Primary Name</NameType></Name></Names><RegimeName>X</RegimeName><IndividualEntityShip>Ship</IndividualEntityShip></Designation>
</Designations>`;
const read = (text: string) => importUkSanctionsXml([Buffer.from(text)]);

test('a designation is one entity, as the CSV has it', async () => {
  const { entries, generatedAt } = await read(xml);
  assert.equal(generatedAt, '2026-02-13');
  assert.deepEqual(entries, [
    {
      ...VENTRAMONT,
      effects: ['asset_freeze', 'travel_ban'],
      nationalities: ['Fiji'],
      birthYears: [1961],
    },
  ]);
  assert.doesNotMatch(JSON.stringify(entries), /A1234567|Nowhere|04\/05/);
});

test('what is cut, another file, or wrong in an entry is refused', async () => {
  await isRefusedWhenCut(xml, importUkSanctionsXml);
  await readsTheSameInAnyPieces(xml, importUkSanctionsXml);
  await isRefused(read('<List></List>'), 'wrong_root');
  await isRefused(read('<Designations></Designations>'), 'missing_field');
  await isRefused(read(xml.replace('31/01/2011', '31/02/2011')), 'bad_date');
  await isRefused(read(xml.replace('>Ship<', '>Castle<')), 'missing_field');
  const twice = xml.replace(/<Designation>[^]*?<\/Designation>/u, (one) => one + one);
  await isRefused(read(twice), 'duplicate_reference');
});
