import type { Trx } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { DesignationRow, ListRow } from '../tables.ts';
import type { Differences } from './compare-edition.ts';

/**
 * Tells which listings ended, and which that had ended are back. Who was removed and listed again
 * between two editions is listed still, so nothing of it is told.
 */
export async function tellFates(
  platform: Pick<Platform, 'events'>,
  trx: Trx,
  list: ListRow,
  by: string,
  rows: readonly DesignationRow[],
  { added, ended }: Differences<DesignationRow>,
): Promise<void> {
  const { desk_id: deskId, authority, name } = list;
  const said = ({ designation_id: designationId, name: who, reference }: DesignationRow) => ({
    designationId,
    subject: `${who} (${authority} ${reference})`,
  });
  const gone = ended.flatMap(({ row, on, by: how }) => {
    if (how === 'relisted') return [];
    const reason =
      how === 'publisher'
        ? `${name}: the listing ended on ${on}.`
        : `${name}: no longer in the edition of ${on}.`;
    return { ...said(row), reason };
  });
  if (gone.length > 0)
    await platform.events.tell(trx, 'designations.ended', { deskId, by, listings: gone });
  const since = new Map(added.map(({ entry, beginsOn }) => [entry.reference, beginsOn]));
  const back = rows.flatMap((row) => {
    const day = row.ended_on === null ? undefined : since.get(row.reference);
    return day === undefined ? [] : { ...said(row), reason: `${name}: listed again on ${day}.` };
  });
  if (back.length > 0)
    await platform.events.tell(trx, 'designations.returned', { deskId, by, listings: back });
}
