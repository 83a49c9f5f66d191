import { CompiledQuery, type QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import type { Trx } from './open-database.ts';

const names = new Map<string, string>();

/** A statement that each connection parses and plans once. */
export type HotStatement = (
  trx: Trx,
  values: readonly unknown[],
) => Promise<QueryResult<Record<string, unknown>>>;

/**
 * A statement that runs thousands of times a minute, written out with `$1`, `$2` …: building it anew
 * and having it planned anew would cost as much as running it. `name` is its own among them.
 */
export function hotStatement(name: string, text: string): HotStatement {
  names.set(text, name);
  return (trx, values) =>
    trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]));
}

/** Lets a connection keep the hot statements prepared. The query builder knows no names for them. */
export function keepPrepared(client: PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown;
  client.query = ((text: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? names.get(text) : undefined;
    if (name === undefined) return query(text, ...rest);
    const [values, ...others] = rest;
    return query({ name, text, values }, ...others);
  }) as typeof client.query;
}
