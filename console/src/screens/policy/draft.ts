import type { Clause, PolicyDraft, PolicyVersion, Problem } from '@commonweal/contract';
import { keepTyped } from '../office/keep-typed.ts';

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

/**
 * A draft after somebody else saved it, as `keepTyped` does field by field: what was typed stays, and
 * what was left as it was opened takes what stands there now. Clauses are told by their keys. One that
 * either side removed goes, unless the other side changed it.
 */
export function keepTypedDraft(
  typed: PolicyDraft,
  opened: PolicyDraft,
  now: PolicyDraft,
): PolicyDraft {
  const mine = byKey(typed);
  const was = byKey(opened);
  const theirs = byKey(now);
  // Their order, unless it was changed here; what only one side has comes after.
  const isReordered = keysOf(typed) !== keysOf(opened);
  const order = isReordered ? [typed, now] : [now, typed];
  const keys = new Set(order.flatMap(({ clauses }) => clauses.map(({ key }) => key)));
  const clauses = [...keys].flatMap((key) =>
    keepTypedClause(mine.get(key), was.get(key), theirs.get(key)),
  );
  return { ...keepTyped(typed, opened, now), clauses };
}

function keepTypedClause(
  mine: Clause | undefined,
  was: Clause | undefined,
  theirs: Clause | undefined,
): Clause[] {
  if (mine && theirs) return [was ? keepTyped(mine, was, theirs) : mine];
  const only = mine ?? theirs;
  return only === undefined || (was && JSON.stringify(was) === JSON.stringify(only)) ? [] : [only];
}

function byKey({ clauses }: PolicyDraft): ReadonlyMap<string, Clause> {
  return new Map(clauses.map((clause) => [clause.key, clause]));
}

function keysOf({ clauses }: PolicyDraft): string {
  return clauses.map(({ key }) => key).join(' ');
}
