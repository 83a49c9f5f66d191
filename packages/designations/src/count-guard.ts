import { ListRefused } from './list-refused.ts';
import type { RefusalCode } from './list-refused.ts';
import type { ListCounts } from './register.ts';

export interface CountGuardOptions {
  /** The fewest entries a whole edition can have. */
  readonly floor?: ListCounts;
  /** The greatest share of a kind's entries that may go in one edition, 0 to 1. */
  readonly mostShrink?: number;
  /** A person looked and wants the edition taken all the same. */
  readonly forced?: boolean;
}

/**
 * Below this the UN list is surely damaged: its editions of 2021 to 2026 hold 676 to 730 persons
 * and 193 to 293 organisations.
 */
export const UN_FLOOR: ListCounts = { organisations: 150, persons: 400 };

const KINDS = ['organisations', 'persons'] as const;

/**
 * Guards against an edition that lost entries by accident: throws `ListRefused` when a kind falls
 * below the floor, or lost more than `mostShrink` (a fifth unless told) since the edition before.
 * With `forced`, returns what it would have said instead; otherwise returns an empty list.
 */
export function countGuard(
  previous: ListCounts | null,
  next: ListCounts,
  options: CountGuardOptions = {},
): string[] {
  const { floor = { organisations: 1, persons: 0 }, mostShrink = 0.2, forced = false } = options;
  const refusals: { code: RefusalCode; wrong: string }[] = [];
  for (const kind of KINDS) {
    const now = next[kind];
    const before = previous?.[kind] ?? 0;
    if (now < floor[kind]) {
      const wrong = `The list has ${now} ${kind}; a whole edition has at least ${floor[kind]}`;
      refusals.push({ code: 'below_floor', wrong });
    } else if (now < before * (1 - mostShrink)) {
      const percent = Math.round((1 - now / before) * 100);
      const wrong = `The list has ${now} ${kind} where the edition before had ${before} (${percent} % fewer)`;
      refusals.push({ code: 'shrank', wrong });
    }
  }
  const [first] = refusals;
  if (first === undefined || forced) return refusals.map(({ wrong }) => wrong);
  throw new ListRefused(
    first.code,
    refusals.map(({ wrong }) => wrong).join('; '),
    'Fetch the list again; if the publisher did remove so many, have a person confirm and force it.',
  );
}
