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
    await super.commitTransaction(connection);
  }
}
