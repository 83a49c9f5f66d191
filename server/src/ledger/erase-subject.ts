import type { Trx } from '../platform/database/index.ts';
import './tables.ts';

/**
 * Forgets what was recorded about a subject: salts and events go, and the commitments left behind
 * say nothing and keep the ledger valid. Receipts already handed out go on proving what they say.
 *
 * @returns how many events were erased
 */
export async function eraseSubject(
  _platform: unknown,
  trx: Trx,
  deskId: string,
  subjectId: string,
): Promise<number> {
  const result = await trx
    .deleteFrom('ledger_secret')
    .where('desk_id', '=', deskId)
    .where('entry_id', 'in', (db) =>
      db
        .selectFrom('ledger_entry')
        .select('entry_id')
        .where('desk_id', '=', deskId)
        .where('subject_id', '=', subjectId),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
