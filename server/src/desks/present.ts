import type { ApiKey, Desk, Invitation, Passkey, Person, Role } from '@commonweal/contract';
import type { Selectable } from 'kysely';
import type { Static } from 'typebox';
import type { Tables } from '../platform/database/index.ts';
import './tables.ts';

/** A person with what the lists need beside the row. */
export type PersonRow = Pick<
  Selectable<Tables['person']>,
  'person_id' | 'name' | 'email' | 'status' | 'language' | 'created_at' | 'last_seen_at'
> & {
  readonly roles: Role[];
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recovery_codes: number;
};

/** A desk as its people see it. */
export function presentDesk(row: Selectable<Tables['desk']>): Desk {
  return { ...row, created_at: row.created_at.toISOString() };
}

/** A person without any secret. */
export function presentPerson(row: PersonRow): Person {
  return {
    ...row,
    created_at: row.created_at.toISOString(),
    last_seen_at: row.last_seen_at?.toISOString() ?? null,
  };
}

export type InvitationRow = Pick<
  Selectable<Tables['invitation']>,
  'invitation_id' | 'email' | 'roles' | 'created_at' | 'expires_at' | 'accepted_at' | 'withdrawn_at'
> & { readonly invited_by_name: string };

/** An invitation and what has become of it by `now`; never its link. */
export function presentInvitation(row: InvitationRow, now: Date): Static<typeof Invitation> {
  return {
    invitation_id: row.invitation_id,
    email: row.email,
    roles: row.roles,
    invited_by: row.invited_by_name,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
    state: invitationState(row, now),
  };
}

/** Open, or why not any more. */
export function invitationState(
  row: Pick<InvitationRow, 'accepted_at' | 'withdrawn_at' | 'expires_at'>,
  now: Date,
): Static<typeof Invitation>['state'] {
  if (row.accepted_at !== null) return 'accepted';
  if (row.withdrawn_at !== null) return 'withdrawn';
  return row.expires_at <= now ? 'expired' : 'open';
}

export type ApiKeyRow = Pick<
  Selectable<Tables['api_key']>,
  'api_key_id' | 'name' | 'scopes' | 'created_at' | 'last_used_at' | 'revoked_at'
> & { readonly created_by_name: string };

/** An API key; never its secret, which is not kept. */
export function presentApiKey({ created_by_name, ...row }: ApiKeyRow): Static<typeof ApiKey> {
  return {
    ...row,
    created_by: created_by_name,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
    revoked_at: row.revoked_at?.toISOString() ?? null,
  };
}

/** A passkey by the name its owner gave it. */
export function presentPasskey(
  row: Pick<Selectable<Tables['passkey']>, 'passkey_id' | 'name' | 'created_at' | 'last_used_at'>,
): Static<typeof Passkey> {
  return {
    passkey_id: row.passkey_id,
    name: row.name,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
  };
}
