import { weighContext, type EntityKind, type NameContext } from '@commonweal/designations';
import type { NameComparison } from '@commonweal/contract';
import type { ActiveDesignation } from '../read-designations.ts';
import type { ScreeningIndex } from './screening-index.ts';

/** Where a person should look (`score` of the package is fitted to it). */
export const SCREENING_THRESHOLD = 0.7;
const leastShown = 0.3;

export interface NameAsked extends NameContext {
  readonly name: string;
  readonly kind?: EntityKind | undefined;
}

/** A listed name like the one asked, with what speaks for it. */
export interface NameFoundLike {
  readonly designation: ActiveDesignation;
  readonly score: number;
  readonly because: NameComparison;
}

/** The listed who bear a name like this one, the likeliest first. */
export function screenName(
  { index, byId }: ScreeningIndex,
  { name, kind, ...context }: NameAsked,
  limit: number,
): NameFoundLike[] {
  // What context changes may come up from further down.
  const found = index.search(name, limit * 3).flatMap((candidate): NameFoundLike[] => {
    if (kind !== undefined && candidate.kind !== kind) return [];
    const designation = byId.get(candidate.reference)!;
    const { comparison } = candidate;
    const { countries, birthYears } = designation;
    const weighed = weighContext(comparison.score, context, { countries, birthYears });
    if (weighed.score < leastShown) return [];
    return [
      {
        designation,
        score: weighed.score,
        because: {
          name_asked: name,
          name_listed: candidate.name.text,
          parts: comparison.matched.map((part) => ({ ...part })),
          asked_only: [...comparison.askedOnly],
          listed_only: [...comparison.listedOnly],
          country: weighed.country,
          birth_year: weighed.birthYear,
        },
      },
    ];
  });
  return found.toSorted((a, b) => b.score - a.score).slice(0, limit);
}
