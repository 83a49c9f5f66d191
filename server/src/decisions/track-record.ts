import type { TrackRecord } from '@commonweal/contract';
import { sql } from 'kysely';
import { countSignalsOf } from '../matching/index.ts';
import type { Trx } from '../platform/database/index.ts';

/**
 * How often entries were right and wrong on this desk before: measures that rest on them and stand,
 * against cases where nothing was to be done and measures that were undone. What still waits, and what
 * an emergency ended by the clock, counts for neither. In the order asked.
 */
export async function trackRecords(
  trx: Trx,
  deskId: string,
  bankEntryIds: readonly string[],
): Promise<TrackRecord[]> {
  if (bankEntryIds.length === 0) return [];
  const signals = await countSignalsOf(trx, deskId, bankEntryIds);
  const rows = await trx
    .selectFrom('decision_basis as basis')
    .innerJoin('decision as d', (join) =>
      join
        .onRef('d.desk_id', '=', 'basis.desk_id')
        .onRef('d.decision_id', '=', 'basis.decision_id'),
    )
    .select([
      'basis.reference_id as id',
      sql<number>`count(*) filter (where d.kind = 'measure' and d.state = 'effective')`.as('right'),
      sql<number>`count(*) filter (where (d.kind = 'no_action' and d.state = 'effective')
        or (d.kind = 'measure' and d.reversed_because in ('appeal', 'reversed')))`.as('wrong'),
      sql<number>`count(*) filter (where d.kind = 'measure' and d.reversed_because = 'appeal')`.as(
        'overturned',
      ),
    ])
    .where('basis.desk_id', '=', deskId)
    .where('basis.kind', '=', 'bank_entry')
    .where('basis.reference_id', 'in', [...bankEntryIds])
    .groupBy('basis.reference_id')
    .execute();
  const counted = new Map(rows.map((row) => [row.id, row]));
  return bankEntryIds.map((id) => ({
    bank_entry_id: id,
    signals: signals.get(id) ?? 0,
    right: counted.get(id)?.right ?? 0,
    wrong: counted.get(id)?.wrong ?? 0,
    overturned: counted.get(id)?.overturned ?? 0,
  }));
}
