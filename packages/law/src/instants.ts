/** Milliseconds in a day. */
export const day = 86_400_000;

const shape = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an RFC 3339 date-time; null for anything else, 31 February included. */
export function readInstant(text: string | null): number | null {
  const parts = text === null ? null : shape.exec(text);
  if (!parts) return null;
  const [, year, month, date] = parts.map(Number) as [number, number, number, number];
  if (new Date(Date.UTC(year, month - 1, date)).getUTCDate() !== date) return null;
  const milliseconds = Date.parse(parts[0]);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** Whether `at` lies in [from, until); an unreadable end of the period means no. */
export function within(at: number, from: string, until: string | null): boolean {
  const start = readInstant(from);
  if (start === null || at < start) return false;
  if (until === null) return true;
  const end = readInstant(until);
  return end !== null && at < end;
}
