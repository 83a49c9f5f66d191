import { COUNTRY_WORDS } from './countries.ts';

/** What is known of somebody besides a name. */
export interface NameContext {
  /** ISO 3166-1 alpha-2 codes, or names of countries in English, as the list has them. */
  readonly countries?: readonly string[];
  readonly birthYears?: readonly number[];
}

/** How what is known besides the names agrees. */
export type ContextAgreement = 'agrees' | 'disagrees' | 'unknown';

export interface WeighedContext {
  /** 0 to 0.999. */
  readonly score: number;
  readonly country: ContextAgreement;
  readonly birthYear: ContextAgreement;
}

/** In log odds: a year tells people of one name apart far better than a country. */
const WEIGHTS = {
  country: { agrees: 0.7, disagrees: -0.8, unknown: 0 },
  birthYear: { agrees: 2, disagrees: -2.5, unknown: 0 },
} as const;
const most = 0.999;

/**
 * Weighs the score of two names by what is known besides them. Names alone stay below 0.97, so that an
 * exact name ranks below one with an agreeing country or year. A year beside it counts as agreeing:
 * lists are often a year off.
 */
export function weighContext(
  score: number,
  asked: NameContext,
  listed: NameContext,
): WeighedContext {
  const country = agreementOf(codes(asked.countries), codes(listed.countries), (a, b) => a === b);
  const birthYear = agreementOf(
    asked.birthYears ?? [],
    listed.birthYears ?? [],
    (a, b) => Math.abs(a - b) <= 1,
  );
  if (country === 'unknown' && birthYear === 'unknown') return { score, country, birthYear };
  const bounded = Math.min(Math.max(score, 1e-6), 1 - 1e-6);
  const odds = Math.log(bounded / (1 - bounded));
  const weighed = odds + WEIGHTS.country[country] + WEIGHTS.birthYear[birthYear];
  return { score: Math.min(most, 1 / (1 + Math.exp(-weighed))), country, birthYear };
}

function agreementOf<T>(
  one: readonly T[],
  other: readonly T[],
  agree: (a: T, b: T) => boolean,
): ContextAgreement {
  if (one.length === 0 || other.length === 0) return 'unknown';
  return one.some((a) => other.some((b) => agree(a, b))) ? 'agrees' : 'disagrees';
}

/** Codes of countries however they are written; a name nobody knows is compared as it stands. */
function codes(countries: readonly string[] = []): string[] {
  return countries.map((country) => {
    const word = country.trim().toLowerCase();
    return COUNTRY_WORDS.get(word) ?? word;
  });
}
