import { Pool, type PoolConfig } from 'pg';
import { columnTypes } from './column-types.ts';
import { keepPrepared } from './hot-statements.ts';

/** Where and as whom to connect. */
export interface Access {
  /** Connection parameters; `options` are set here. */
  readonly connection: PoolConfig;
  /** The role to become; undefined to stay who connected. */
  readonly role: string | undefined;
  readonly poolSize: number;
  readonly purpose: 'app' | 'owner';
}

/** A pool of connections that speaks UTC and our column types and survives broken connections. */
export function createPool({ connection, role, poolSize, purpose }: Access): Pool {
  const pool = new Pool({
    ...connection,
    max: poolSize,
    types: columnTypes,
    application_name: `commonweal ${purpose}`,
    options: ['-c timezone=UTC', ...(role === undefined ? [] : [`-c role=${role}`])].join(' '),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // A transaction that hangs would hold its locks for ever.
    ...(purpose === 'app' && {
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
    }),
  });
  // A broken idle connection is replaced by the pool; a broken one in use fails its query. Without
  // these listeners either would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    keepPrepared(client);
  });
  return pool;
}
