/** A list with one of its entries moved by so many places, as far as there are places. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const entry = list[at];
  const to = Math.min(Math.max(at + by, 0), list.length - 1);
  if (entry === undefined) return [...list];
  return list.toSpliced(at, 1).toSpliced(to, 0, entry);
}

/**
 * An order somebody is arranging, after others added and removed rules: theirs that are new come last,
 * what they removed is gone, and the rest stays as it was arranged.
 */
export function rearranged(mine: readonly string[], now: readonly string[]): string[] {
  const there = new Set(now);
  const arranged = new Set(mine);
  return [...mine.filter((id) => there.has(id)), ...now.filter((id) => !arranged.has(id))];
}
