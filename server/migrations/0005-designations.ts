import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Official lists as imported. A designation is an interval: the same reference listed again after it
 * ended is a new row, and at most one row of a reference is open.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table designation_list (
      desk_id uuid not null,
      list_id uuid not null,
      format text not null check (format in ('un')),
      authority text not null,
      name text not null,
      created_at timestamptz not null,
      primary key (desk_id, list_id),
      unique (desk_id, format)
    )`,
    ...deskTable('designation_list', 'keep'),
    `create table designation_import (
      desk_id uuid not null,
      list_id uuid not null,
      number integer not null check (number >= 1),
      generated_at timestamptz not null,
      imported_at timestamptz not null,
      imported_by text not null,
      forced boolean not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      organisations integer not null check (organisations >= 0),
      persons integer not null check (persons >= 0),
      names integer not null check (names >= 0),
      names_alone integer not null check (names_alone between 0 and names),
      added integer not null check (added >= 0),
      changed integer not null check (changed >= 0),
      ended integer not null check (ended >= 0),
      unchanged integer not null check (unchanged >= 0),
      primary key (desk_id, list_id, number),
      foreign key (desk_id, list_id) references designation_list (desk_id, list_id),
      check (added + changed + unchanged = organisations + persons)
    )`,
    ...deskTable('designation_import', 'append'),
    `create table designation (
      desk_id uuid not null,
      designation_id uuid not null,
      list_id uuid not null,
      reference text not null,
      kind text not null check (kind in ('organisation', 'person')),
      name text not null,
      list_type text not null,
      listed_on date not null,
      ended_on date,
      digest bytea not null check (octet_length(digest) = 32),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (desk_id, designation_id),
      foreign key (desk_id, list_id) references designation_list (desk_id, list_id),
      check (ended_on >= listed_on)
    )`,
    ...deskTable('designation', 'keep'),
    `create unique index designation_open on designation (desk_id, list_id, reference) where ended_on is null`,
    `create index designation_by_name on designation (desk_id, name, designation_id)`,
    `create table designation_name (
      desk_id uuid not null,
      designation_id uuid not null,
      position integer not null,
      text text not null,
      canonical text not null,
      kind text not null,
      strength text not null,
      script text not null,
      alone boolean not null,
      suppressed_reason text,
      primary key (desk_id, designation_id, position),
      foreign key (desk_id, designation_id) references designation (desk_id, designation_id),
      check (alone = (suppressed_reason is null))
    )`,
    ...deskTable('designation_name'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
