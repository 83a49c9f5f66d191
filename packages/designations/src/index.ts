/**
 * Official lists of designated organisations and persons, read into one register, and the search
 * for their names in text. Pure: no database, no network, no clock. Exact names only; a hit is
 * evidence of a name and nothing more.
 */
export { countsOf } from './register.ts';
export type {
  CrossReference,
  EntityKind,
  LegalEffect,
  ListCounts,
  ListImport,
  ListedEntity,
  ListedName,
  NameKind,
  NameStrength,
} from './register.ts';
export { ListRefused } from './list-refused.ts';
export type { RefusalCode, RefusalPlace } from './list-refused.ts';
export { UN_LIMITS, importUn } from './importers/un.ts';
export type { ImportLimits } from './reading/limits.ts';
export { packEdition } from './reading/pack-edition.ts';
export type { EditionFile } from './reading/pack-edition.ts';
export type { Bytes } from './reading/read-text.ts';
export { UN_FLOOR, countGuard } from './count-guard.ts';
export type { CountGuardOptions } from './count-guard.ts';
export { REASON_TEXT, judgeName } from './alias-policy.ts';
export type { NameVerdict, SuppressedReason } from './alias-policy.ts';
export { buildNameMatcher, supportHits } from './name-matcher.ts';
export type { NameHit, NameMatcher } from './name-matcher.ts';
export { EU_FSF_FLOOR, importEuFsf } from './importers/eu-fsf.ts';
export { MY_KDN_FLOOR, importMyKdn } from './importers/my-kdn.ts';
export { FTM_FLOOR, ftmList, importFtm, readFtm } from './importers/ftm.ts';
export { importFtmFiles } from './importers/ftm-files.ts';
export { applyFtmDelta } from './importers/ftm-delta.ts';
export { importFtmSimple } from './importers/ftm-simple.ts';
export { GAZETTE_FLOOR, importGazetteCsv } from './importers/gazette-csv.ts';
export { GAZETTE_TEMPLATE } from './importers/gazette-template.ts';
export { SG_TSFA_FLOOR, importSgTsfa } from './importers/sg-tsfa.ts';
export {
  IN_UAPA_INDIVIDUALS_FLOOR,
  IN_UAPA_ORGANISATIONS_FLOOR,
  importInUapaIndividuals,
  importInUapaOrganisations,
} from './importers/in-uapa.ts';
export { buildNameIndex, createNameIndexBuilder } from './screening/name-index.ts';
export type {
  NameCandidate,
  NameIndex,
  NameIndexBuilder,
  NamedEntity,
} from './screening/name-index.ts';
export { compareNames } from './screening/compare-names.ts';
export type { MatchedPart, NameComparison } from './screening/compare-names.ts';
export { formsIn } from './screening/name-form.ts';
export { OFFICIAL_LISTS, officialList } from './official-lists.ts';
export type { EditionPart, OfficialList } from './official-lists.ts';
export { COMMONWEALTH } from './commonwealth.ts';
export { gatherEntities } from './same-entity.ts';
export type { ConfirmedLink, LinkedListing } from './same-entity.ts';
export { weighContext } from './screening/weigh-context.ts';
export type { ContextAgreement, NameContext, WeighedContext } from './screening/weigh-context.ts';
export { AU_TERRORIST_FLOOR, importAuTerrorist } from './importers/au-terrorist.ts';
export { AU_SANCTIONS_FLOOR, importAuSanctions } from './importers/au-sanctions.ts';
export { CA_LISTED_FLOOR, importCaListed, importCaListedFiles } from './importers/ca-listed.ts';
export { importUkSanctionsCsv, UK_SANCTIONS_FLOOR } from './importers/uk-sanctions-csv.ts';
export { importUsSdnCsv } from './importers/us-ofac-csv.ts';
export { importUsSdn } from './importers/us-ofac.ts';
export { importUsSdnEnhanced } from './importers/us-ofac-enhanced.ts';
export { importUsSdnXml, US_SDN_FLOOR } from './importers/us-ofac-xml.ts';
export type { OfacOptions } from './importers/us-ofac-entity.ts';
export { importNzDesignated, NZ_DESIGNATED_FLOOR } from './importers/nz-designated.ts';
export { importUsFto, US_FTO_FLOOR } from './importers/us-fto.ts';
export { importUkProscribed, UK_PROSCRIBED_FLOOR } from './importers/uk-proscribed.ts';
export { importUkSanctions } from './importers/uk-sanctions.ts';
export { importUkSanctionsXml } from './importers/uk-sanctions-xml.ts';
export { CA_SEMA_FLOOR, importCaSema } from './importers/ca-sema.ts';
export { importCaAtom } from './importers/ca-atom.ts';
