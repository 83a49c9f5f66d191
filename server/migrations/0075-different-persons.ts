import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Names and accounts that a person looked at and found to be of somebody else than who is listed: by
 * whom, why, and until when. Ended, they stay for the record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table different_person (
      desk_id uuid not null,
      review_id uuid not null,
      subject text not null check (subject in ('name', 'account')),
      value text not null check (value <> ''),
      canonical text not null check (canonical <> ''),
      list_id uuid not null,
      reference text not null,
      listed_name text not null,
      reason text not null check (reason <> ''),
      by text not null,
      by_id uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      ended_by text,
      primary key (desk_id, review_id),
      foreign key (desk_id, list_id) references designation_list (desk_id, list_id),
      check (expires_at > created_at),
      check ((ended_at is null) = (ended_by is null))
    )`,
    ...deskTable('different_person', 'keep'),
    `create index different_person_standing on different_person (desk_id, canonical) where ended_at is null`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
