import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Ways back in: recovery codes in place of an authenticator app, and links by which a person sets a
 * new password. Of both only a hash is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table recovery_code (
      desk_id uuid not null,
      recovery_code_id uuid not null,
      person_id uuid not null,
      code_hash bytea not null check (octet_length(code_hash) = 32),
      created_at timestamptz not null,
      used_at timestamptz,
      primary key (desk_id, recovery_code_id),
      unique (desk_id, person_id, code_hash),
      foreign key (desk_id, person_id) references person (desk_id, person_id)
    )`,
    ...deskTable('recovery_code'),
    `create table password_reset (
      desk_id uuid not null,
      password_reset_id uuid not null,
      person_id uuid not null,
      token_hash bytea not null check (octet_length(token_hash) = 32),
      factors_off boolean not null,
      made_by uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      withdrawn_at timestamptz,
      primary key (desk_id, password_reset_id),
      foreign key (desk_id, person_id) references person (desk_id, person_id),
      foreign key (desk_id, made_by) references person (desk_id, person_id),
      constraint nobody_resets_themselves check (made_by <> person_id),
      check (expires_at > created_at),
      check (used_at is null or withdrawn_at is null)
    )`,
    ...deskTable('password_reset', 'keep'),
    `create index password_reset_by_person on password_reset (desk_id, person_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
