import type { RegisterEvent } from '@commonweal/contract';
import { sql } from 'kysely';
import type { Trx } from '../../platform/database/index.ts';
import type { DesignationChange } from '../tables.ts';
import { presentChange } from './timeline.ts';

/** Days, the first excluded: what was so on it is where one begins. */
export interface ChangesAsked {
  readonly from: string;
  readonly to: string;
  readonly listId: string | null;
  readonly after: { readonly day: string; readonly what: string; readonly id: string } | null;
  readonly limit: number;
}

interface ChangeRow {
  readonly day: string;
  readonly what: 'changed' | 'ended' | 'listed';
  readonly designation_id: string;
  readonly list_id: string;
  readonly authority: string;
  readonly list: string;
  readonly reference: string;
  readonly name: string;
  readonly says_since: string | null;
  readonly change: DesignationChange | null;
}

/** What changed between two days, newest first: listings that began, that ended, and what was said differently. */
export async function readChanges(
  trx: Trx,
  deskId: string,
  { from, to, listId, after, limit }: ChangesAsked,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select to_char(e.day, 'YYYY-MM-DD') as day, e.what, d.designation_id, d.list_id, l.authority,
      l.name as list, d.reference, d.name, e.change,
      case when e.what = 'listed' and d.listed_on <> e.day then to_char(d.listed_on, 'YYYY-MM-DD') end as says_since
    from (
      select coalesce(begins_on, listed_on) as day, 'listed' as what, designation_id, null::jsonb as change
      from designation where desk_id = ${deskId}::uuid
      union all
      select ended_on, 'ended', designation_id, null from designation
      where desk_id = ${deskId}::uuid and ended_on is not null
      union all
      select (coalesce(i.generated_at, i.imported_at) at time zone 'UTC')::date, 'changed', c.designation_id, c.change
      from designation_change c
      join designation x on x.desk_id = c.desk_id and x.designation_id = c.designation_id
      join designation_import i on i.desk_id = x.desk_id and i.list_id = x.list_id and i.number = c.number
      where c.desk_id = ${deskId}::uuid
    ) e
    join designation d on d.desk_id = ${deskId}::uuid and d.designation_id = e.designation_id
    join designation_list l on l.desk_id = ${deskId}::uuid and l.list_id = d.list_id
    where e.day > ${from}::date and e.day <= ${to}::date
      and (${listId}::uuid is null or d.list_id = ${listId}::uuid)
      and (${after?.day ?? null}::date is null
        or (e.day, e.what, d.designation_id) < (${after?.day ?? null}::date, ${after?.what ?? ''}, ${after?.id ?? null}::uuid))
    order by e.day desc, e.what desc, d.designation_id desc limit ${limit}`.execute(trx);
  return rows;
}

export function presentChangeRow({ day, change, ...row }: ChangeRow): RegisterEvent {
  return { ...row, on: day, change: change === null ? null : presentChange(change) };
}
