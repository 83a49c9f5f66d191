/**
 * The desk's rules. Owns policy_version and policy_clause. Promises: a published version never changes
 * and is never deleted; its number follows the last one; no rule is made for the past; the next
 * version's beginning is the end of the one before.
 */
export { defaultPolicyDraft } from './default-policy-draft.ts';
export { type Publishing, publishPolicy } from './publish-policy.ts';
export { clausesCited, publishedVersions, readVersion, versionInForce } from './read-policy.ts';
export { registerPolicy } from './routes.ts';
export type { StoredVersion } from './store.ts';
