import type pg from 'pg';
import { isConnectionLost, OutcomeUnknownError } from './connection-errors.ts';
import { sendTogether } from './flight.ts';
import { type BoundStatement, hotStatement } from './hot-statements.ts';

const begin = hotStatement('begin', 'start transaction').with([]);
const enterDesk = hotStatement('enter-desk', "select set_config('commonweal.desk', $1, true)");

/**
 * Runs statements in one transaction: `begin`, the desk and the statements travel together, then the
 * commit. Nothing is tried again here.
 *
 * @param agrees says of the rows that each statement changed whether to commit
 * @returns whether it was committed; if not, nothing was changed
 * @throws OutcomeUnknownError when the connection broke during the commit
 */
export async function runAtOnce(
  pool: pg.Pool,
  deskId: string,
  statements: readonly BoundStatement[],
  agrees: (rows: readonly number[]) => boolean,
): Promise<boolean> {
  const client = await pool.connect().catch(() => null);
  if (client === null) return false;
  let committed = false;
  try {
    const sent = [begin, enterDesk.with([deskId]), ...statements];
    const rows = await sendTogether(client, sent).catch(() => null);
    if (rows !== null && agrees(rows.slice(2))) committed = await isCommitted(client);
    return committed;
  } finally {
    client.release(!committed && !(await isUndone(client)));
  }
}

async function isCommitted(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('commit');
    return true;
  } catch (error) {
    if (isConnectionLost(error)) throw new OutcomeUnknownError(error);
    return false;
  }
}

async function isUndone(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false; // the connection is lost, and its transaction with it
  }
}
