import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * The ledger of a desk: entries as committed, the tree over them, and apart from both the salts and
 * events, which can be erased. `ledger_waiting` holds exactly the entries that have no leaf yet:
 * a transaction that commits late is still found there, whatever the time in its entry's id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table ledger_key (
      desk_id uuid not null primary key,
      origin text not null check (origin ~ '^[^[:space:]+]+$'),
      public_key bytea not null check (octet_length(public_key) = 32),
      sealed_private_key bytea not null,
      created_at timestamptz not null
    )`,
    ...deskTable('ledger_key', 'append'),
    `create table ledger_entry (
      desk_id uuid not null,
      entry_id uuid not null,
      kind text not null check (length(kind) between 1 and 80),
      subject_id text not null check (length(subject_id) between 1 and 200),
      commitment bytea not null check (octet_length(commitment) = 32),
      batch bytea check (octet_length(batch) > 0 and octet_length(batch) % 32 = 0),
      at timestamptz not null,
      primary key (desk_id, entry_id)
    )`,
    ...deskTable('ledger_entry', 'append'),
    `create index ledger_entry_by_subject on ledger_entry (desk_id, subject_id, kind, entry_id)`,
    `create table ledger_secret (
      desk_id uuid not null,
      entry_id uuid not null,
      salt bytea not null check (octet_length(salt) = 32),
      event jsonb not null check (jsonb_typeof(event) = 'object'),
      primary key (desk_id, entry_id),
      foreign key (desk_id, entry_id) references ledger_entry (desk_id, entry_id)
    )`,
    ...deskTable('ledger_secret'),
    `create table ledger_waiting (
      desk_id uuid not null,
      entry_id uuid not null,
      commitment bytea not null check (octet_length(commitment) = 32),
      primary key (desk_id, entry_id),
      foreign key (desk_id, entry_id) references ledger_entry (desk_id, entry_id)
    )`,
    ...deskTable('ledger_waiting'),
    `create table ledger_leaf (
      desk_id uuid not null,
      leaf_index bigint not null check (leaf_index >= 0),
      entry_id uuid not null,
      primary key (desk_id, leaf_index),
      unique (desk_id, entry_id),
      foreign key (desk_id, entry_id) references ledger_entry (desk_id, entry_id)
    )`,
    ...deskTable('ledger_leaf', 'append'),
    `create table ledger_tile (
      desk_id uuid not null,
      level int not null check (level between 0 and 63),
      tile_index bigint not null check (tile_index >= 0),
      width int not null check (width between 1 and 256),
      bytes bytea not null,
      primary key (desk_id, level, tile_index),
      check (octet_length(bytes) = width * 32)
    )`,
    ...deskTable('ledger_tile', 'keep'),
    `create table ledger_head (
      desk_id uuid not null primary key,
      size bigint not null check (size >= 0),
      version bigint not null check (version >= 0)
    )`,
    ...deskTable('ledger_head', 'keep'),
    `create table ledger_checkpoint (
      desk_id uuid not null,
      size bigint not null check (size >= 0),
      root bytea not null check (octet_length(root) = 32),
      note text not null,
      at timestamptz not null,
      primary key (desk_id, size)
    )`,
    ...deskTable('ledger_checkpoint', 'append'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
