import type { Connection, PoolClient, Submittable } from 'pg';
import type { BoundStatement } from './hot-statements.ts';

/** Statements that a connection has prepared for flights, by name. */
const prepared = new WeakMap<Connection, Set<string>>();

/**
 * Sends statements to the server in one go and waits once, where the driver by itself waits after
 * each: for intake the waiting cost more than the work. What follows a failure is not run.
 * @returns how many rows each statement changed or found, in order
 * @throws the database's error, when the first of them failed; the connection can be used again
 */
export function sendTogether(
  client: PoolClient,
  statements: readonly BoundStatement[],
): Promise<number[]> {
  return new Promise((resolve, reject) => {
    client.query(new Flight(statements, resolve, reject));
  });
}

/** What the driver calls as the answers come in: its interface for queries of one's own. */
class Flight implements Submittable {
  readonly #statements: readonly BoundStatement[];
  readonly #resolve: (rows: number[]) => void;
  readonly #reject: (error: Error) => void;
  readonly #rows: number[] = [];
  #connection: Connection | undefined;

  constructor(
    statements: readonly BoundStatement[],
    resolve: (rows: number[]) => void,
    reject: (error: Error) => void,
  ) {
    this.#statements = statements;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    const ready = prepared.get(connection);
    connection.stream.cork();
    for (const { name, text, values } of this.#statements) {
      const statement = `flight ${name}`;
      if (ready?.has(name) !== true) {
        // It may be there after all, if what came after it failed; closing what is not does no harm.
        connection.close({ type: 'S', name: statement }, true);
        connection.parse({ name: statement, text, types: [] }, true);
      }
      connection.bind({ statement, values: [...values] }, true);
      connection.execute({}, true);
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#rows.push(Number(text.slice(text.lastIndexOf(' ') + 1)));
  }

  handleReadyForQuery(): void {
    if (this.#connection) {
      const ready = prepared.get(this.#connection) ?? new Set();
      for (const { name } of this.#statements) ready.add(name);
      prepared.set(this.#connection, ready);
    }
    this.#resolve(this.#rows);
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleDataRow(): void {}

  handleRowDescription(): void {}
}
