import type { RegisterEvent } from '@commonweal/contract';
import { sql } from 'kysely';
import type { Trx } from '../../platform/database/index.ts';
import type { DesignationChange } from '../tables.ts';
import type { Listing } from './register-view.ts';

interface ChangeSaid {
  readonly designation_id: string;
  readonly day: string;
  readonly change: DesignationChange;
}

/** All that happened to listings, newest first: when each began, what was said differently, when it ended. */
export async function timelineOf(
  trx: Trx,
  deskId: string,
  listings: readonly Listing[],
): Promise<RegisterEvent[]> {
  const ids = listings.map((each) => each.designationId);
  const { rows } = await sql<ChangeSaid>`
    select c.designation_id, c.change,
      to_char(coalesce(i.generated_at, i.imported_at) at time zone 'UTC', 'YYYY-MM-DD') as day
    from designation_change c
    join designation d on d.desk_id = c.desk_id and d.designation_id = c.designation_id
    join designation_import i on i.desk_id = d.desk_id and i.list_id = d.list_id and i.number = c.number
    where c.desk_id = ${deskId}::uuid and c.designation_id = any(${ids}::uuid[])`.execute(trx);
  const byId = new Map(listings.map((each) => [each.designationId, each]));
  const events = [
    ...listings.flatMap(eventsOf),
    ...rows.map(({ designation_id: id, day, change }) => ({
      ...said(byId.get(id)!),
      on: day,
      what: 'changed' as const,
      says_since: null,
      change: presentChange(change),
    })),
  ];
  return events.toSorted((a, b) => b.on.localeCompare(a.on));
}

function eventsOf(listing: Listing): RegisterEvent[] {
  const own = { ...said(listing), says_since: null, change: null };
  const { listedOn, beginsOn, endedOn, expiresOn } = listing;
  return [
    { ...own, on: beginsOn, what: 'listed', says_since: listedOn === beginsOn ? null : listedOn },
    ...(endedOn === null ? [] : [{ ...own, on: endedOn, what: 'ended' as const }]),
    ...(endedOn === null && expiresOn !== null
      ? [{ ...own, on: expiresOn, what: 'lapses' as const }]
      : []),
  ];
}

function said({ designationId, listId, authority, list, reference, name }: Listing) {
  return {
    designation_id: designationId,
    list_id: listId,
    authority,
    list,
    reference,
    name,
  };
}

/** A change as it goes over the wire. */
export function presentChange(change: DesignationChange): RegisterEvent['change'] {
  const pair = (both: readonly [string | null, string | null] | undefined) =>
    both === undefined ? null : { before: both[0], now: both[1] };
  return {
    name: pair(change.name),
    listed_on: pair(change.listed_on),
    expires_on: pair(change.expires_on),
    list_type: pair(change.list_type),
    names_added: [...(change.names_added ?? [])],
    names_removed: [...(change.names_removed ?? [])],
  };
}
