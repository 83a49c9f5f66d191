import type { PolicyVersion } from '@commonweal/contract';
import type { StoredVersion } from './store.ts';

/** The only door from a stored version to JSON. */
export function presentVersion(version: StoredVersion): PolicyVersion {
  return {
    policy_version_id: version.policy_version_id,
    number: version.number,
    state: version.state,
    revision: version.revision,
    title: version.title,
    language: version.language,
    definition: version.definition,
    clauses: version.clauses.map((clause) => ({
      key: clause.key,
      title: clause.title,
      text: clause.text,
      not_covered: clause.not_covered,
      harm_categories: clause.harm_categories,
      measures: clause.measures,
    })),
    in_force_from: version.in_force_from?.toISOString() ?? null,
    in_force_until: version.in_force_until?.toISOString() ?? null,
    published_at: version.published_at?.toISOString() ?? null,
    published_by: version.published_by,
    created_at: version.created_at.toISOString(),
  };
}
