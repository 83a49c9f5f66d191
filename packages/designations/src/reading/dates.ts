const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d\d:?\d\d)?$/;
const NUMERIC = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/;
const MONTH_FIRST = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;

/**
 * The day an official list prints, as YYYY-MM-DD; null when it is not one whole day. Days written
 * in numbers alone are day, month, year, as every list read here writes them; `monthFirst` reads US ones.
 */
export function dayIn(
  text: string,
  order: 'day first' | 'month first' = 'day first',
): string | null {
  const value = text.trim().replaceAll(/\s+/g, ' ');
  const iso = ISO.exec(value);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const numeric = NUMERIC.exec(value);
  if (numeric !== null)
    return order === 'day first'
      ? dayOf(numeric[3], numeric[2], numeric[1])
      : dayOf(numeric[3], numeric[1], numeric[2]);
  const dayFirst = DAY_FIRST.exec(value);
  if (dayFirst !== null) return dayOf(dayFirst[3], monthIn(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(value);
  if (monthFirst !== null) return dayOf(monthFirst[3], monthIn(monthFirst[1]), monthFirst[2]);
  return null;
}

/** The first whole day named anywhere in a text, or null. */
export function dayNamedIn(text: string): string | null {
  const found =
    /\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}/g;
  for (const [candidate] of text.matchAll(found)) {
    const day = dayIn(candidate);
    if (day !== null) return day;
  }
  return null;
}

/** Years of four digits in a text that a person alive can be born in. */
export function birthYearsIn(text: string): number[] {
  const years = [...text.matchAll(/(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/g)].map(([year]) =>
    Number(year),
  );
  return [...new Set(years)].toSorted((a, b) => a - b);
}

function monthIn(name: string | undefined): string | undefined {
  const month = MONTHS[(name ?? '').slice(0, 3).toLowerCase()];
  return month === undefined ? undefined : String(month);
}

function dayOf(year?: string, month?: string, day?: string): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
