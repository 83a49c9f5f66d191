import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Files of entries being imported into banks. How far one has come is written with the entries of each
 * step, so that what a crash cut off goes on where it was. `due_at` is when a process may take it up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table bank_import (
      desk_id uuid not null,
      bank_import_id uuid not null,
      bank_id uuid not null,
      name text not null,
      format text not null check (format in ('csv', 'ndjson', 'lines')),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      bytes bigint not null check (bytes > 0),
      type text,
      label text not null,
      source text not null,
      severity smallint check (severity between 1 and 5),
      state text not null check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
      bytes_read bigint not null default 0 check (bytes_read >= 0),
      rows_read bigint not null default 0 check (rows_read >= 0),
      added bigint not null default 0 check (added >= 0),
      already_there bigint not null default 0 check (already_there >= 0),
      refused bigint not null default 0 check (refused >= 0),
      problem text,
      by text not null,
      by_id uuid not null,
      attempts integer not null default 0 check (attempts >= 0),
      created_at timestamptz not null,
      ended_at timestamptz,
      due_at timestamptz,
      primary key (desk_id, bank_import_id),
      foreign key (desk_id, bank_id) references bank (desk_id, bank_id),
      check (added + already_there + refused = rows_read),
      check ((state in ('waiting', 'running')) = (ended_at is null)),
      check ((ended_at is null) = (due_at is not null)),
      check ((state = 'failed') = (problem is not null))
    )`,
    ...deskTable('bank_import', 'keep'),
    `create index bank_import_by_bank on bank_import (desk_id, bank_id, bank_import_id)`,
    `create index bank_import_due on bank_import (desk_id, due_at) where due_at is not null`,
    `create table bank_import_refusal (
      desk_id uuid not null,
      bank_import_id uuid not null,
      line bigint not null check (line > 0),
      detail text not null,
      primary key (desk_id, bank_import_id, line),
      foreign key (desk_id, bank_import_id) references bank_import (desk_id, bank_import_id)
    )`,
    ...deskTable('bank_import_refusal', 'append'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
