import type { PolicyListing, PolicyPage } from '@commonweal/contract/pages';
import type { StoredVersion } from '../policy/index.ts';

/** A published version as a line of the list. @throws Error for a draft */
export function presentListing(version: StoredVersion, slug: string, now: Date): PolicyListing {
  const { number, in_force_from: from, in_force_until: until } = version;
  if (number === null || from === null) throw new Error('A draft is not shown to the public.');
  return {
    number,
    title: version.title,
    lang: version.language,
    href: `/d/${slug}/policy/${number}`,
    standing: from > now ? 'coming' : until !== null && until <= now ? 'past' : 'in_force',
    in_force_from: from.toISOString(),
    in_force_until: until?.toISOString() ?? null,
  };
}

/** A published version in full. */
export function presentPolicy(
  version: StoredVersion,
  listing: PolicyListing,
): PolicyPage['policy'] {
  return {
    ...listing,
    definition: version.definition,
    clauses: version.clauses.map((clause) => ({
      key: clause.key,
      title: clause.title,
      text: clause.text,
      not_covered: clause.not_covered,
      harm_categories: clause.harm_categories,
      measures: clause.measures,
    })),
  };
}
