import { setTimeout as sleep } from 'node:timers/promises';
import { type IsolationLevel, Kysely, type Transaction } from 'kysely';
import type pg from 'pg';
import { isConnectionLost, isRolledBack, OutcomeUnknownError } from './connection-errors.ts';
import { type Attempt, deskDialect } from './desk-dialect.ts';
import type { Tables } from './tables.ts';

/** How a transaction is to run. */
export interface TransactionOptions {
  /** `read committed` unless said. */
  readonly isolation?: Extract<
    IsolationLevel,
    'read committed' | 'repeatable read' | 'serializable'
  >;
  readonly readOnly?: boolean;
  /** How often to try in all when the database undoes it (serialization failure, deadlock): 8 unless said. */
  readonly attempts?: number;
}

const reconnectPatience = 15_000; // ms: a crashed server of ours is back well within it

/**
 * Runs work in one transaction. Work may run several times and must have no effect outside it.
 *
 * @throws what work throws, after rolling back; the database's last error when the attempts are used
 * up; OutcomeUnknownError when the connection broke during the commit.
 */
export async function runTransaction<T>(
  pool: pg.Pool,
  deskId: string | undefined,
  work: (trx: Transaction<Tables>) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const limit = options.attempts ?? 8;
  const patience = Date.now() + reconnectPatience;
  let undone = 0;
  for (let lost = 0; ;) {
    const attempt: Attempt = { commitSent: false };
    try {
      return await once(pool, deskId, work, options, attempt);
    } catch (error) {
      if (isRolledBack(error) && ++undone < limit) {
        await sleep(Math.random() * Math.min(10 * 2 ** undone, 500));
      } else if (isConnectionLost(error)) {
        // What only reads has nothing to do twice.
        if (attempt.commitSent && !options.readOnly) throw new OutcomeUnknownError(error);
        if (Date.now() > patience) throw error;
        await sleep((0.5 + Math.random()) * Math.min(20 * 2 ** lost++, 1_000));
      } else {
        throw error;
      }
    }
  }
}

function once<T>(
  pool: pg.Pool,
  deskId: string | undefined,
  work: (trx: Transaction<Tables>) => Promise<T>,
  options: TransactionOptions,
  attempt: Attempt,
): Promise<T> {
  // A Kysely of its own costs microseconds, shares the pool, and must not be destroyed with it.
  let transaction = new Kysely<Tables>({
    dialect: deskDialect(pool, deskId, attempt),
  }).transaction();
  if (options.isolation) transaction = transaction.setIsolationLevel(options.isolation);
  if (options.readOnly) transaction = transaction.setAccessMode('read only');
  return transaction.execute(work);
}
