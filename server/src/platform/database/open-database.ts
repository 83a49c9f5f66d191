import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import {
  applicationRole,
  databaseName,
  DataFolderInUseError,
  type EmbeddedPostgres,
  ownerRole,
  startEmbeddedPostgres,
} from '../embedded-postgres/index.ts';
import type { BoundStatement } from './hot-statements.ts';
import { createPool } from './pools.ts';
import { runAtOnce } from './run-at-once.ts';
import { runTransaction, type TransactionOptions } from './run-transaction.ts';
import { grantJobs, prepareServer, requireHarmlessRole } from './server-access.ts';
import type { Tables } from './tables.ts';

/** A transaction on our tables. */
export type Trx = Transaction<Tables>;

/** Which database to open. */
export interface DatabaseOptions {
  /** A PostgreSQL server (`postgres://…`). Without it the bundled one is started. */
  readonly url?: string | undefined;
  /** The data folder of the bundled one; `data` in the working folder unless said. */
  readonly dataDir?: string | undefined;
  /**
   * Share the bundled database of a Commonweal already running on the folder, for as long as that
   * runs, instead of being refused: for commands such as a backup.
   */
  readonly joinRunning?: boolean | undefined;
  /** Connections of the application at most; 10 unless said. */
  readonly poolSize?: number | undefined;
  /** Hears of long steps, in words for the person who started us. */
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** The one door to the database. */
export interface Database extends AsyncDisposable {
  readonly kind: 'embedded' | 'server';
  /** The owner's connections, which see every desk: for migrations, the job queue's own schema and backups only. */
  readonly owner: Kysely<Tables>;
  /** The pool under `owner`, for what speaks the protocol itself. */
  readonly ownerPool: pg.Pool;
  /**
   * Runs work in a transaction that sees only this desk's rows. It is run again when the database
   * undid it or the connection broke before the commit, so work must have no other effects.
   */
  inDesk<T>(
    deskId: string,
    work: (trx: Trx) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  /**
   * Runs hot statements in such a transaction, sent together, and commits when `agrees` says so of the
   * rows each changed. What did not go well was undone and answers false: `inDesk` is for that.
   * @throws OutcomeUnknownError when the connection broke during the commit
   */
  inDeskAtOnce(
    deskId: string,
    statements: readonly BoundStatement[],
    agrees: (rows: readonly number[]) => boolean,
  ): Promise<boolean>;
  /** The same as `inDesk` without a desk: sees only the few tables that belong to none. */
  outsideDesks<T>(work: (trx: Trx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Lets the application add to the job queue's own schema (`pgboss`); after the queue has made it. */
  grantJobs(): Promise<void>;
  /** Resolves when the database answers; rejects when it does not. */
  ping(): Promise<void>;
  /** Hears of every restart of the bundled server after it died; never called for a given server. */
  onRestart(listener: () => void): void;
  /** Hears once that the bundled server could not be brought back. */
  onLost(listener: (error: Error) => void): void;
  /** Waits for what is running, closes the connections and stops the bundled server. */
  close(): Promise<void>;
}

/**
 * Opens the database: the given server, or the bundled one.
 *
 * @throws Error saying what to do: unreachable, too old, privileges missing or too great;
 * DataFolderInUseError when another process runs on the data folder.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  if (options.url) {
    await prepareServer(options.url);
    const connection = { connectionString: options.url };
    return connect(
      { kind: 'server', owner: connection, app: connection, role: applicationRole },
      options,
    );
  }
  try {
    const embedded = await startEmbeddedPostgres({
      dataDir: options.dataDir ?? 'data',
      ...(options.onProgress && { onProgress: options.onProgress }),
    });
    return await connect(embeddedAccess(embedded.socketDirectory, databaseName), options, embedded);
  } catch (error) {
    const running = error instanceof DataFolderInUseError ? error.socketDirectory : undefined;
    if (running === undefined || options.joinRunning !== true) throw error;
    return connect(embeddedAccess(running, databaseName), options);
  }
}

/** How the two kinds of connections are made. */
export interface DatabaseAccess {
  readonly kind: Database['kind'];
  readonly owner: pg.PoolConfig;
  readonly app: pg.PoolConfig;
  /** The role application connections take on after connecting; undefined when they connect as it. */
  readonly role: string | undefined;
}

/** Access to one database of a bundled server. */
export function embeddedAccess(socketDirectory: string, database: string): DatabaseAccess {
  const place = { host: socketDirectory, port: 5432, database };
  return {
    kind: 'embedded',
    owner: { ...place, user: ownerRole },
    app: { ...place, user: applicationRole },
    role: undefined,
  };
}

/** Makes the pools and the door; with `embedded`, closing also stops that server. */
export async function connect(
  access: DatabaseAccess,
  { poolSize = 10 }: Pick<DatabaseOptions, 'poolSize'>,
  embedded?: EmbeddedPostgres,
): Promise<Database> {
  const app = createPool({ connection: access.app, role: access.role, poolSize, purpose: 'app' });
  const ownerPool = createPool({
    connection: access.owner,
    role: undefined,
    poolSize: 4,
    purpose: 'owner',
  });
  const owner = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      await Promise.all([app.end(), ownerPool.end()]);
      await embedded?.stop();
    })());
  try {
    await requireHarmlessRole(app);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    kind: access.kind,
    owner,
    ownerPool,
    inDesk: (deskId, work, how) => runTransaction(app, deskId, work, how),
    inDeskAtOnce: (deskId, statements, agrees) => runAtOnce(app, deskId, statements, agrees),
    outsideDesks: (work, how) => runTransaction(app, undefined, work, how),
    grantJobs: () => grantJobs(owner),
    ping: async () => void (await app.query('select')),
    onRestart: (listener) => embedded?.onRestart(listener),
    onLost: (listener) => embedded?.onLost(listener),
    close,
    [Symbol.asyncDispose]: close,
  };
}
