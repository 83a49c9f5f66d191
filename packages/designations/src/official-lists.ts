import { UN_FLOOR } from './count-guard.ts';
import { AU_SANCTIONS_FLOOR, importAuSanctions } from './importers/au-sanctions.ts';
import { AU_TERRORIST_FLOOR, importAuTerrorist } from './importers/au-terrorist.ts';
import { CA_LISTED_FLOOR, importCaListedFiles } from './importers/ca-listed.ts';
import { CA_SEMA_FLOOR, importCaSema } from './importers/ca-sema.ts';
import { EU_FSF_FLOOR, importEuFsf } from './importers/eu-fsf.ts';
import {
  IN_UAPA_INDIVIDUALS_FLOOR,
  IN_UAPA_ORGANISATIONS_FLOOR,
  importInUapaIndividuals,
  importInUapaOrganisations,
} from './importers/in-uapa.ts';
import { MY_KDN_FLOOR, importMyKdn } from './importers/my-kdn.ts';
import { importNzDesignated, NZ_DESIGNATED_FLOOR } from './importers/nz-designated.ts';
import { SG_TSFA_FLOOR, importSgTsfa } from './importers/sg-tsfa.ts';
import { importUkProscribed, UK_PROSCRIBED_FLOOR } from './importers/uk-proscribed.ts';
import { UK_SANCTIONS_FLOOR } from './importers/uk-sanctions-csv.ts';
import { importUkSanctions } from './importers/uk-sanctions.ts';
import { importUn } from './importers/un.ts';
import { importUsFto, US_FTO_FLOOR } from './importers/us-fto.ts';
import { US_SDN_FLOOR } from './importers/us-ofac-xml.ts';
import { importUsSdn } from './importers/us-ofac.ts';
import type { Bytes } from './reading/read-text.ts';
import type { LegalEffect, ListCounts, ListImport } from './register.ts';

/** A further file of an edition. */
export interface EditionPart {
  /** What it is, in a word or two. */
  readonly file: string;
  /** Where it is fetched together with the first; null where only a person gives it. */
  readonly url: string | null;
}

/** A list an authority publishes, and how it is got and read. */
export interface OfficialList {
  /** Ours, and permanent: the list goes by it everywhere. */
  readonly key: string;
  /** ISO 3166-1 alpha-2 code of the state, or 'UN' or 'EU'. */
  readonly authority: string;
  readonly name: string;
  /** The law it is made under. */
  readonly power: string;
  /** What being on it means in law, where an entry says nothing else. */
  readonly effects: readonly LegalEffect[];
  /** Where the publisher gives the file; null where a person has to save it. */
  readonly url: string | null;
  /** Where a person reads about it. */
  readonly page: string;
  /** Further files that may be given with the first, as `packEdition` joins them. */
  readonly also?: readonly EditionPart[];
  /** What kind of file it is, in a word or two. */
  readonly file: string;
  /** The fewest entries a whole edition can have. */
  readonly floor: ListCounts;
  /** Days after which, unseen, it is too old to rely on. */
  readonly staleAfterDays: number;
  /** Reads an edition. @throws ListRefused unless it is whole */
  readonly read: (chunks: Bytes) => Promise<ListImport>;
}

/** The lists that are read here, by authority. */
export const OFFICIAL_LISTS: readonly OfficialList[] = [
  {
    key: 'un',
    authority: 'UN',
    name: 'United Nations Security Council Consolidated List',
    power: 'Resolutions of the Security Council under Chapter VII of the Charter',
    effects: ['asset_freeze', 'travel_ban', 'arms_embargo'],
    url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml',
    page: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
    file: 'XML',
    floor: UN_FLOOR,
    staleAfterDays: 14,
    read: (chunks) => importUn(chunks),
  },
  {
    key: 'au-sanctions',
    authority: 'AU',
    name: 'Consolidated List of persons and entities subject to sanctions',
    power: 'Charter of the United Nations Act 1945; Autonomous Sanctions Act 2011',
    effects: ['asset_freeze'],
    url: 'https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx',
    page: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
    file: 'Excel',
    floor: AU_SANCTIONS_FLOOR,
    staleAfterDays: 30,
    read: (chunks) => importAuSanctions(chunks),
  },
  {
    key: 'au-terrorist',
    authority: 'AU',
    name: 'Listed terrorist organisations',
    power: 'Criminal Code, Division 102',
    effects: ['proscription'],
    url: 'https://www.nationalsecurity.gov.au/what-australia-is-doing/terrorist-organisations/listed-terrorist-organisations',
    page: 'https://www.nationalsecurity.gov.au/what-australia-is-doing/terrorist-organisations/listed-terrorist-organisations',
    file: 'HTML',
    floor: AU_TERRORIST_FLOOR,
    staleAfterDays: 30,
    read: (chunks) => importAuTerrorist(chunks),
  },
  {
    key: 'ca-listed',
    authority: 'CA',
    name: 'Regulations Establishing a List of Entities',
    power: 'Criminal Code, section 83.05',
    effects: ['proscription', 'asset_freeze'],
    url: 'https://laws-lois.justice.gc.ca/eng/XML/SOR-2002-284.xml',
    also: [
      {
        file: 'DORS-2002-284.xml, the French text',
        url: 'https://laws-lois.justice.gc.ca/fra/XML/DORS-2002-284.xml',
      },
    ],
    page: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-284/',
    file: 'XML',
    floor: CA_LISTED_FLOOR,
    staleAfterDays: 30,
    read: (chunks) => importCaListedFiles(chunks),
  },
  {
    key: 'ca-sema',
    authority: 'CA',
    name: 'Consolidated Canadian Autonomous Sanctions List',
    power: 'Special Economic Measures Act; Justice for Victims of Corrupt Foreign Officials Act',
    effects: ['asset_freeze', 'travel_ban'],
    url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
    page: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx',
    file: 'XML',
    floor: CA_SEMA_FLOOR,
    staleAfterDays: 30,
    read: (chunks) => importCaSema(chunks),
  },
  {
    key: 'eu-fsf',
    authority: 'EU',
    name: 'Consolidated list of persons, groups and entities subject to EU financial sanctions',
    power: 'Regulations of the Council under Article 215 TFEU',
    effects: ['asset_freeze'],
    url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
    page: 'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
    file: 'XML 1.1',
    floor: EU_FSF_FLOOR,
    staleAfterDays: 14,
    read: (chunks) => importEuFsf(chunks),
  },
  {
    key: 'gb-proscribed',
    authority: 'GB',
    name: 'Proscribed organisations, Schedule 2 to the Terrorism Act',
    power: 'Terrorism Act 2000, section 3',
    effects: ['proscription'],
    url: 'https://www.legislation.gov.uk/ukpga/2000/11/schedule/2',
    page: 'https://www.gov.uk/government/publications/proscribed-terror-groups-or-organisations--2',
    file: 'HTML',
    floor: UK_PROSCRIBED_FLOOR,
    staleAfterDays: 30,
    read: (chunks) => importUkProscribed(chunks),
  },
  {
    key: 'gb-sanctions',
    authority: 'GB',
    name: 'UK Sanctions List',
    power: 'Sanctions and Anti-Money Laundering Act 2018',
    effects: ['asset_freeze'],
    url: null,
    page: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
    file: 'CSV or XML',
    floor: UK_SANCTIONS_FLOOR,
    staleAfterDays: 14,
    read: (chunks) => importUkSanctions(chunks),
  },
  {
    key: 'in-uapa-organisations',
    authority: 'IN',
    name: 'Terrorist organisations, First Schedule to the Unlawful Activities (Prevention) Act',
    power: 'Unlawful Activities (Prevention) Act 1967, section 35',
    effects: ['proscription'],
    url: 'https://www.mha.gov.in/en/banned-organisations',
    page: 'https://www.mha.gov.in/en/banned-organisations',
    file: 'HTML',
    floor: IN_UAPA_ORGANISATIONS_FLOOR,
    staleAfterDays: 45,
    read: (chunks) => importInUapaOrganisations(chunks),
  },
  {
    key: 'in-uapa-individuals',
    authority: 'IN',
    name: 'Terrorists, Fourth Schedule to the Unlawful Activities (Prevention) Act',
    power: 'Unlawful Activities (Prevention) Act 1967, section 35',
    effects: ['proscription'],
    url: 'https://www.mha.gov.in/en/page/individual-terrorists-under-uapa',
    page: 'https://www.mha.gov.in/en/page/individual-terrorists-under-uapa',
    file: 'HTML',
    floor: IN_UAPA_INDIVIDUALS_FLOOR,
    staleAfterDays: 45,
    read: (chunks) => importInUapaIndividuals(chunks),
  },
  {
    key: 'my-kdn',
    authority: 'MY',
    name: 'List of specified entities of the Minister of Home Affairs',
    power:
      'Anti-Money Laundering, Anti-Terrorism Financing and Proceeds of Unlawful Activities Act 2001, section 66B(1)',
    effects: ['asset_freeze'],
    url: null,
    page: 'https://www.moha.gov.my',
    file: 'XML',
    floor: MY_KDN_FLOOR,
    staleAfterDays: 90,
    read: (chunks) => importMyKdn(chunks),
  },
  {
    key: 'nz-designated',
    authority: 'NZ',
    name: 'Designated terrorist entities, resolution 1373',
    power: 'Terrorism Suppression Act 2002',
    effects: ['asset_freeze', 'financial_services_ban', 'proscription'],
    url: 'https://www.police.govt.nz/advice/personal-community/counterterrorism/designated-entities/lists-associated-with-resolution-1373',
    page: 'https://www.police.govt.nz/advice/personal-community/counterterrorism/designated-entities',
    file: 'HTML',
    floor: NZ_DESIGNATED_FLOOR,
    staleAfterDays: 30,
    read: (chunks) => importNzDesignated(chunks),
  },
  {
    key: 'sg-tsfa',
    authority: 'SG',
    name: 'Terrorists and terrorist entities, First Schedule to the Terrorism (Suppression of Financing) Act',
    power: 'Terrorism (Suppression of Financing) Act 2002',
    effects: ['asset_freeze', 'financial_services_ban'],
    url: 'https://sso.agc.gov.sg/Act/TSFA2002?ProvIds=Sc1-',
    page: 'https://sso.agc.gov.sg/Act/TSFA2002?ProvIds=Sc1-',
    file: 'HTML',
    floor: SG_TSFA_FLOOR,
    staleAfterDays: 90,
    read: (chunks) => importSgTsfa(chunks),
  },
  {
    key: 'us-fto',
    authority: 'US',
    name: 'Foreign Terrorist Organizations',
    power: 'Immigration and Nationality Act, section 219',
    effects: ['proscription', 'asset_freeze', 'travel_ban'],
    url: 'https://www.state.gov/foreign-terrorist-organizations/',
    page: 'https://www.state.gov/foreign-terrorist-organizations/',
    file: 'HTML',
    floor: US_FTO_FLOOR,
    staleAfterDays: 30,
    read: (chunks) => importUsFto(chunks),
  },
  {
    key: 'us-sdn',
    authority: 'US',
    name: 'Specially Designated Nationals, terrorism programmes',
    power: 'Executive Order 13224; Immigration and Nationality Act, section 219',
    effects: ['asset_freeze'],
    url: 'https://www.treasury.gov/ofac/downloads/sdn.xml',
    page: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
    file: 'SDN.XML, ENHANCED_XML or SDN.CSV',
    also: [{ file: 'ALT.CSV, the aliases of SDN.CSV', url: null }],
    floor: US_SDN_FLOOR,
    staleAfterDays: 14,
    read: (chunks) => importUsSdn(chunks),
  },
];

/** The official list of a key. */
export function officialList(key: string): OfficialList | undefined {
  return OFFICIAL_LISTS.find((list) => list.key === key);
}
