import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';

type Parser = (text: string) => unknown;

const { builtins } = pg.types;
const dateArray = 1182;
const int8Array = 1016;

const own = new Map<number, Parser>([
  [builtins.INT8, wholeNumber],
  [
    int8Array,
    (text) => parseArray(text).map((entry) => (entry === null ? null : wholeNumber(entry))),
  ],
  // A calendar date has no time zone; as a Date it would shift by the machine's.
  [builtins.DATE, (text) => text],
  [dateArray, parseArray],
]);

const parseTextArray = pg.types.getTypeParser(1009 as pg.types.TypeId, 'text') as (
  text: string,
) => (string | null)[];

function parseArray(text: string): (string | null)[] {
  return parseTextArray(text);
}

/**
 * How columns arrive: int8 as number, timestamptz as Date, date as `YYYY-MM-DD`, numeric as string,
 * bytea as Buffer, json as value.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : own.get(oid)) ??
    pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};

/** @throws RangeError rather than hand on a number that has lost digits. */
function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`The int8 value ${text} is too large for a number; select it as text.`);
}

/**
 * A value for a jsonb column. The driver would send a JavaScript array as a PostgreSQL array.
 *
 * @example trx.insertInto('rule').values({ ..., terms: jsonb(['a', 'b']) })
 */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
