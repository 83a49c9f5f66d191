/** Milliseconds in a day. */
export const day = 86_400_000;

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970 of an RFC 3339 date-time; null for anything else, 31 February included. */
export function readInstant(text: string | null): number | null {
  if (text === null || !shape.test(text)) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) || !dayExists(text) ? null : milliseconds;
}

/** Whether `at` lies in [from, until); an unreadable end of the period means no. */
export function within(at: number, from: string, until: string | null): boolean {
  const start = readInstant(from);
  if (start === null || at < start) return false;
  if (until === null) return true;
  const end = readInstant(until);
  return end !== null && at < end;
}

/** `Date.parse` takes 31 February for 3 March; the calendar does not. */
function dayExists(text: string): boolean {
  const date = Number(text.slice(8, 10));
  if (date <= 28) return true;
  return (
    date <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate()
  );
}
