import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

const roles =
  "'administrator', 'moderator', 'senior', 'legal', 'appeals', 'analyst', 'auditor', 'trainer', 'authority'";
const scopes =
  "'items:write', 'items:read', 'reports:write', 'banks:read', 'banks:write', 'cases:read', 'measures:read', 'receipts:write', 'transparency:read'";

/**
 * Desks, their people and how people and programs sign in. Of every secret only a hash or a sealed
 * form is kept. People are never deleted: what they decided names them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table desk (
      desk_id uuid not null primary key,
      name text not null check (length(name) between 2 and 120),
      slug text not null,
      kind text not null check (kind in ('platform', 'state', 'hub')),
      language text not null check (language in ('en', 'fr', 'hi', 'ur')),
      contact_email text check (length(contact_email) <= 254),
      other_redress text not null check (length(other_redress) <= 2000),
      retention_days int not null check (retention_days between 30 and 3650),
      allow_private_endpoints boolean not null,
      created_at timestamptz not null
    )`,
    ...deskTable('desk', 'keep'),
    `create table person (
      desk_id uuid not null,
      person_id uuid not null,
      name text not null check (length(name) between 1 and 120),
      email text not null check (email = lower(email) and length(email) <= 254),
      password_hash text not null check (password_hash like '$argon2id$%'),
      status text not null check (status in ('active', 'suspended')),
      language text not null check (language in ('en', 'fr', 'hi', 'ur')),
      totp_secret bytea,
      totp_pending bytea,
      totp_last_step bigint,
      code_failures int not null check (code_failures >= 0),
      code_failed_at timestamptz,
      created_at timestamptz not null,
      last_seen_at timestamptz,
      primary key (desk_id, person_id),
      unique (desk_id, email),
      foreign key (desk_id) references desk (desk_id),
      check (totp_secret is null or totp_last_step is not null)
    )`,
    ...deskTable('person', 'keep'),
    `create table person_role (
      desk_id uuid not null,
      person_id uuid not null,
      role text not null check (role in (${roles})),
      primary key (desk_id, person_id, role),
      foreign key (desk_id, person_id) references person (desk_id, person_id)
    )`,
    ...deskTable('person_role'),
    `create index person_role_by_role on person_role (desk_id, role)`,
    `create table invitation (
      desk_id uuid not null,
      invitation_id uuid not null,
      email text not null check (email = lower(email) and length(email) <= 254),
      roles text[] not null check (cardinality(roles) > 0 and roles <@ array[${roles}]),
      token_hash bytea not null check (octet_length(token_hash) = 32),
      invited_by uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid,
      withdrawn_at timestamptz,
      primary key (desk_id, invitation_id),
      foreign key (desk_id, invited_by) references person (desk_id, person_id),
      foreign key (desk_id, accepted_by) references person (desk_id, person_id),
      check (expires_at > created_at),
      check ((accepted_at is null) = (accepted_by is null)),
      check (accepted_at is null or withdrawn_at is null)
    )`,
    ...deskTable('invitation', 'keep'),
    `create table session (
      desk_id uuid not null,
      session_id uuid not null,
      person_id uuid not null,
      token_hash bytea not null check (octet_length(token_hash) = 32),
      created_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (desk_id, session_id),
      foreign key (desk_id, person_id) references person (desk_id, person_id),
      check (expires_at > created_at)
    )`,
    ...deskTable('session'),
    `create index session_by_person on session (desk_id, person_id)`,
    `create index session_by_expiry on session (desk_id, expires_at)`,
    `create table passkey (
      desk_id uuid not null,
      passkey_id uuid not null,
      person_id uuid not null,
      credential_id text not null,
      public_key bytea not null,
      counter bigint not null check (counter >= 0),
      transports text[] not null,
      name text not null check (length(name) between 1 and 60),
      created_at timestamptz not null,
      last_used_at timestamptz,
      primary key (desk_id, passkey_id),
      unique (desk_id, credential_id),
      foreign key (desk_id, person_id) references person (desk_id, person_id)
    )`,
    ...deskTable('passkey'),
    `create index passkey_by_person on passkey (desk_id, person_id)`,
    `create table auth_challenge (
      desk_id uuid not null,
      challenge_id uuid not null,
      purpose text not null check (purpose in ('add_passkey', 'sign_in')),
      person_id uuid,
      challenge text not null,
      expires_at timestamptz not null,
      primary key (desk_id, challenge_id),
      foreign key (desk_id, person_id) references person (desk_id, person_id),
      check ((purpose = 'add_passkey') = (person_id is not null))
    )`,
    ...deskTable('auth_challenge'),
    `create index auth_challenge_by_expiry on auth_challenge (desk_id, expires_at)`,
    `create table sign_in_failure (
      desk_id uuid not null,
      account bytea not null check (octet_length(account) = 32),
      address bytea not null check (octet_length(address) = 32),
      failures int not null check (failures > 0),
      failed_at timestamptz not null,
      primary key (desk_id, account, address)
    )`,
    ...deskTable('sign_in_failure'),
    `create index sign_in_failure_by_time on sign_in_failure (desk_id, failed_at)`,
    `create table api_key (
      desk_id uuid not null,
      api_key_id uuid not null,
      name text not null check (length(name) between 1 and 120),
      scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array[${scopes}]),
      token_hash bytea not null check (octet_length(token_hash) = 32),
      created_by uuid not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      primary key (desk_id, api_key_id),
      foreign key (desk_id, created_by) references person (desk_id, person_id)
    )`,
    ...deskTable('api_key', 'keep'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
