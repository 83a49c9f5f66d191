import { CompiledQuery, type QueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import type { Trx } from './open-database.ts';

const names = new Map<string, string>();

/** A hot statement with its values. */
export interface BoundStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly HotValue[];
}

/** What needs no conversion on its way: bytes in PostgreSQL's binary format, or text. */
export type HotValue = Buffer | string | null;

/** A statement that each connection parses and plans once. */
export interface HotStatement {
  (trx: Trx, values: readonly unknown[]): Promise<QueryResult<Record<string, unknown>>>;
  /** The same, for `inDeskAtOnce`. */
  with(values: readonly HotValue[]): BoundStatement;
}

/**
 * A statement that runs thousands of times a minute, written out with `$1`, `$2` …: building it anew
 * and having it planned anew would cost as much as running it. `name` is its own among them.
 */
export function hotStatement(name: string, text: string): HotStatement {
  names.set(text, name);
  const run = (trx: Trx, values: readonly unknown[]) =>
    trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]));
  return Object.assign(run, {
    with: (values: readonly HotValue[]): BoundStatement => ({ name, text, values }),
  });
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
