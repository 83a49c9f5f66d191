import type { Clause, PolicyDraft, PolicyVersion, Problem } from '@commonweal/contract';

/** What of a version can be edited, or begun anew from. */
export function draftOf(version: PolicyVersion | PolicyDraft): PolicyDraft {
  const { title, language, definition, clauses } = version;
  return { title, language, definition, clauses };
}

/** Whether two drafts say the same. */
export function sameDraft(a: PolicyDraft, b: PolicyDraft): boolean {
  return JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b));
}

/** An empty clause under a key that no clause has. */
export function newClause(clauses: readonly Clause[]): Clause {
  let number = clauses.length + 1;
  while (clauses.some(({ key }) => key === `clause-${number}`)) number++;
  return {
    key: `clause-${number}`,
    title: '',
    text: '',
    not_covered: '',
    harm_categories: [],
    measures: [],
  };
}

/** The list with the clause at `from` in the place of `to`. */
export function moveClause(clauses: readonly Clause[], from: number, to: number): Clause[] {
  const clause = clauses[from];
  if (clause === undefined || to < 0 || to >= clauses.length) return [...clauses];
  return clauses.toSpliced(from, 1).toSpliced(to, 0, clause);
}

/** What a clause still lacks before the API takes it; the limits are those of the contract. */
export function isComplete(clause: Clause): boolean {
  return (
    /^[a-z0-9][a-z0-9-]{0,39}$/.test(clause.key) &&
    clause.title.trim().length >= 3 &&
    clause.text.trim().length >= 20 &&
    clause.harm_categories.length > 0 &&
    clause.measures.length > 0
  );
}

/** The first clause that a refusal speaks of, by its place; null when it speaks of none. */
export function clauseAtFault(problem: Problem | null): number | null {
  for (const { pointer } of problem?.errors ?? []) {
    const place = /^\/clauses\/(\d+)(\/|$)/.exec(pointer)?.[1];
    if (place !== undefined) return Number(place);
  }
  return null;
}
