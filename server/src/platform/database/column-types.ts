import { type RawBuilder, sql } from 'kysely';
import { type CustomTypesConfig, types } from 'pg';

type Parser = (text: string) => unknown;
type ParserOf = (oid: number, format: 'text' | 'binary') => Parser;

const textArray = 1009;
const int8Array = 1016;
const dateArray = 1182;

const parserOf = types.getTypeParser as ParserOf;
const parseArray = parserOf(textArray, 'text') as (text: string) => (string | null)[];

const own = new Map<number, Parser>([
  [types.builtins.INT8, wholeNumber],
  [int8Array, (text) => parseArray(text).map((entry) => entry && wholeNumber(entry))],
  // A calendar date has no time zone; as a Date it would shift by the machine's.
  [types.builtins.DATE, (text) => text],
  [dateArray, parseArray],
]);

/**
 * How columns arrive: int8 as number, timestamptz as Date, date as `YYYY-MM-DD`, numeric as string,
 * bytea as Buffer, json as value.
 */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary' = 'text') =>
    (format === 'text' ? own.get(oid) : undefined) ??
    parserOf(oid, format)) as typeof types.getTypeParser,
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
