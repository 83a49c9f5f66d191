import type { PolicyDraft } from '@commonweal/contract';
import { defaultPolicy } from '@commonweal/law';

/** The rules a desk may begin with, as a draft that can be sent back as it is. */
export function defaultPolicyDraft(): PolicyDraft {
  return {
    title: defaultPolicy.title,
    language: defaultPolicy.language,
    definition: defaultPolicy.definition,
    clauses: defaultPolicy.clauses.map((clause) => ({
      key: clause.key,
      title: clause.title,
      text: clause.text,
      not_covered: clause.notCovered,
      harm_categories: [...clause.harmCategories],
      measures: [...clause.measures],
    })),
  };
}
