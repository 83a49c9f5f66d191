import { isId } from '../ids.ts';
import { fault, refusal } from './problem.ts';

/** An opaque cursor over stable sort values. */
export function writeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values of a cursor: the first `numbers` are numbers, the last is always an id. @throws ProblemError when it is not one of ours */
export function readCursor(
  cursor: string | undefined,
  length: number,
  numbers = 0,
): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v, at) => isPlace(v) || (at >= numbers && typeof v === 'string')) &&
      isId(String(values.at(-1)))
    ) {
      return values;
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw refusal('foreign-cursor', {
    errors: [fault('/cursor', 'not-a-cursor')],
  });
}

/** A whole number that could also be a time: 8.64e15 is the last millisecond of ECMA-262's dates. */
function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= 8.64e15;
}

/** Cuts `limit + 1` rows down to a page. */
export function toPage<Row, Out>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  present: (row: Row) => Out,
): { data: Out[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    data: page.map(present),
    next_cursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null,
  };
}
