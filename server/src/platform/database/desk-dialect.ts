import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { isConnectionLost, isNeverSent } from './connection-errors.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One attempt at a transaction, and how far it came. */
export interface Attempt {
  commitSent: boolean;
}

/**
 * A dialect for one transaction, which sets the desk together with `begin` in one round trip.
 *
 * @throws TypeError when the desk is not a UUID: it becomes part of a statement, so nothing else may pass.
 */
export function deskDialect(pool: pg.Pool, deskId: string | undefined, attempt: Attempt): Dialect {
  if (deskId !== undefined && !uuid.test(deskId))
    throw new TypeError(`Not a desk id: "${deskId}".`);
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DeskDriver(pool, deskId, attempt),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

type DriverConnection = Parameters<PostgresDriver['rollbackTransaction']>[0];

class DeskDriver extends PostgresDriver {
  readonly #deskId: string | undefined;
  readonly #attempt: Attempt;

  constructor(pool: pg.Pool, deskId: string | undefined, attempt: Attempt) {
    super({ pool });
    this.#deskId = deskId;
    this.#attempt = attempt;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    const access = settings.accessMode ? ` ${settings.accessMode}` : '';
    const desk = this.#deskId
      ? `; select set_config('commonweal.desk', '${this.#deskId}', true)`
      : '';
    // Without parameters the driver sends one simple query, in which both statements travel together.
    await connection.executeQuery(
      CompiledQuery.raw(`start transaction${isolation}${access}${desk}`),
    );
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#attempt.commitSent = true;
    try {
      await super.commitTransaction(connection);
    } catch (error) {
      if (isNeverSent(error)) this.#attempt.commitSent = false;
      throw error;
    }
  }

  override async rollbackTransaction(connection: DriverConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // The transaction went with its connection; what first went wrong is the error to tell.
      if (!isConnectionLost(error)) throw error;
    }
  }
}
