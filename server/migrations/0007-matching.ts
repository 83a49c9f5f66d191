import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Banks of known things and the signals they raise. Every change to a desk's banks takes the next
 * revision under the lock on its one bank_revision row, so that a reader who knows revision n finds
 * all that came later by number.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table bank_revision (
      desk_id uuid not null primary key,
      revision bigint not null check (revision >= 1)
    )`,
    ...deskTable('bank_revision', 'keep'),
    `create table bank (
      desk_id uuid not null,
      bank_id uuid not null,
      name text not null,
      kind text not null check (kind in ('hash', 'url', 'phrase')),
      description text not null,
      source text not null,
      entries integer not null check (entries >= 0),
      created_at timestamptz not null,
      primary key (desk_id, bank_id),
      unique (desk_id, bank_id, kind),
      constraint bank_name unique (desk_id, name)
    )`,
    ...deskTable('bank', 'keep'),
    ...onlyChange('bank', ['entries']),
    `create table bank_entry (
      desk_id uuid not null,
      bank_entry_id uuid not null,
      bank_id uuid not null,
      bank_kind text not null,
      type text not null,
      value text not null,
      value_digest bytea not null check (octet_length(value_digest) = 32),
      label text not null,
      source text not null check (source <> ''),
      severity integer check (severity between 1 and 5),
      status text not null check (status in ('active', 'disputed', 'withdrawn', 'expired')),
      note text not null,
      added_by text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null check (version >= 1),
      revision bigint not null,
      primary key (desk_id, bank_entry_id),
      unique (desk_id, bank_id, bank_entry_id),
      constraint bank_entry_value unique (desk_id, bank_id, type, value_digest),
      foreign key (desk_id, bank_id, bank_kind) references bank (desk_id, bank_id, kind),
      check (
        (bank_kind = 'hash' and type = 'md5' and value ~ '^[0-9a-f]{32}$') or
        (bank_kind = 'hash' and type = 'sha256' and value ~ '^[0-9a-f]{64}$') or
        (bank_kind = 'url' and type = 'url' and value <> '') or
        (bank_kind = 'phrase' and type = 'phrase' and value <> '')
      )
    )`,
    ...deskTable('bank_entry', 'keep'),
    ...onlyChange('bank_entry', ['label', 'status', 'updated_at', 'version', 'revision']),
    `create index bank_entry_by_revision on bank_entry (desk_id, revision, bank_entry_id)`,
    `create table bank_entry_change (
      desk_id uuid not null,
      change_id uuid not null,
      bank_entry_id uuid not null,
      at timestamptz not null,
      by text not null,
      change text not null check (change in ('added', 'status', 'label')),
      "from" text,
      "to" text,
      reason text not null,
      primary key (desk_id, change_id),
      foreign key (desk_id, bank_entry_id) references bank_entry (desk_id, bank_entry_id)
    )`,
    ...deskTable('bank_entry_change', 'append'),
    `create index bank_entry_change_by_entry on bank_entry_change (desk_id, bank_entry_id, change_id)`,
    `create table signal (
      desk_id uuid not null,
      signal_id uuid not null,
      item_id uuid not null,
      kind text not null check (kind in ('hash', 'url', 'phrase', 'listed_name', 'report', 'trusted_flagger', 'state_request', 'partner')),
      strength text not null check (strength in ('match', 'name_only', 'report', 'partner')),
      disputed boolean not null,
      explanation text not null check (explanation <> ''),
      field text,
      matched text,
      "start" integer check ("start" >= 0),
      "end" integer check ("end" >= "start"),
      source text not null,
      label text not null,
      severity integer check (severity between 1 and 5),
      reference_id uuid,
      at timestamptz not null,
      primary key (desk_id, signal_id),
      foreign key (desk_id, item_id) references item (desk_id, item_id) on delete cascade,
      check (("start" is null) = ("end" is null)),
      check (kind <> 'listed_name' or strength = 'name_only')
    )`,
    ...deskTable('signal'),
    `create index signal_by_item on signal (desk_id, item_id, signal_id)`,
    `create index signal_by_reference on signal (desk_id, reference_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** What is known never becomes something else: another value is another entry. */
function onlyChange(table: string, columns: readonly string[]): string[] {
  return [
    `revoke update on ${table} from commonweal_app`,
    `grant update (${columns.join(', ')}) on ${table} to commonweal_app`,
  ];
}
