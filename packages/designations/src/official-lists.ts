import { UN_FLOOR } from './count-guard.ts';
import { EU_FSF_FLOOR, importEuFsf } from './importers/eu-fsf.ts';
import {
  IN_UAPA_INDIVIDUALS_FLOOR,
  IN_UAPA_ORGANISATIONS_FLOOR,
  importInUapaIndividuals,
  importInUapaOrganisations,
} from './importers/in-uapa.ts';
import { MY_KDN_FLOOR, importMyKdn } from './importers/my-kdn.ts';
import { SG_TSFA_FLOOR, importSgTsfa } from './importers/sg-tsfa.ts';
import { importUn } from './importers/un.ts';
import type { Bytes } from './reading/read-text.ts';
import type { LegalEffect, ListCounts, ListImport } from './register.ts';

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
];

/** The official list of a key. */
export function officialList(key: string): OfficialList | undefined {
  return OFFICIAL_LISTS.find((list) => list.key === key);
}
