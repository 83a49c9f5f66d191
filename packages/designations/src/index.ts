/**
 * Official lists of designated organisations and persons, read into one register, and the search
 * for their names in text. Pure: no database, no network, no clock. Exact names only; a hit is
 * evidence of a name and nothing more.
 */
export { countsOf } from './register.ts';
export type {
  EntityKind,
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
export { UN_FLOOR, countGuard } from './count-guard.ts';
export type { CountGuardOptions } from './count-guard.ts';
export { REASON_TEXT, judgeName } from './alias-policy.ts';
export type { NameVerdict, SuppressedReason } from './alias-policy.ts';
export { buildNameMatcher, supportHits } from './name-matcher.ts';
export type { NameHit, NameMatcher } from './name-matcher.ts';
