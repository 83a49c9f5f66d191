import type { Trx } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import { refusal } from '../platform/http/index.ts';
import { selectPeople } from './store.ts';

/** People after `after`, oldest first, one more than `limit`. */
export function listPeople(trx: Trx, deskId: string, limit: number, after: string | null) {
  let rows = selectPeople(trx, deskId);
  if (after !== null) rows = rows.where('person_id', '>', idOf(after));
  return rows
    .orderBy('person_id')
    .limit(limit + 1)
    .execute();
}

/** Invitations before `before`, newest first, one more than `limit`. */
export function listInvitations(trx: Trx, deskId: string, limit: number, before: string | null) {
  let rows = trx
    .selectFrom('invitation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.desk_id', '=', 'invitation.desk_id')
        .onRef('person.person_id', '=', 'invitation.invited_by'),
    )
    .select([
      'invitation.invitation_id',
      'invitation.email',
      'invitation.roles',
      'invitation.created_at',
      'invitation.expires_at',
      'invitation.accepted_at',
      'invitation.withdrawn_at',
      'person.name as invited_by_name',
    ])
    .where('invitation.desk_id', '=', deskId);
  if (before !== null) rows = rows.where('invitation.invitation_id', '<', idOf(before));
  return rows
    .orderBy('invitation.invitation_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** API keys before `before`, newest first, one more than `limit`; revoked ones too. `madeBy` null: anybody's. */
export function listApiKeys(
  trx: Trx,
  deskId: string,
  {
    limit,
    before,
    madeBy,
  }: {
    readonly limit: number;
    readonly before: string | null;
    readonly madeBy: string | null;
  },
) {
  let rows = trx
    .selectFrom('api_key')
    .innerJoin('person', (join) =>
      join
        .onRef('person.desk_id', '=', 'api_key.desk_id')
        .onRef('person.person_id', '=', 'api_key.created_by'),
    )
    .select([
      'api_key.api_key_id',
      'api_key.name',
      'api_key.scopes',
      'api_key.created_at',
      'api_key.last_used_at',
      'api_key.revoked_at',
      'person.name as created_by_name',
    ])
    .where('api_key.desk_id', '=', deskId);
  if (madeBy !== null) rows = rows.where('api_key.created_by', '=', madeBy);
  if (before !== null) rows = rows.where('api_key.api_key_id', '<', idOf(before));
  return rows
    .orderBy('api_key.api_key_id', 'desc')
    .limit(limit + 1)
    .execute();
}

function idOf(cursor: string): string {
  if (isId(cursor)) return cursor;
  throw refusal('foreign-cursor');
}
