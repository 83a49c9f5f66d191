import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Items and reports as they came in. The item table is the log that later steps read in ranges, so
 * its key is ordered by time. Content of private surfaces is refused here too, unless a participant
 * reported it (DESIGN 6.5).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table item (
      desk_id uuid not null,
      item_id uuid not null,
      external_id text not null,
      kind text not null check (kind in ('post', 'comment', 'message', 'file', 'profile', 'group', 'stream')),
      surface text not null check (surface in ('open', 'semi', 'private', 'e2ee')),
      posted_at timestamptz,
      received_at timestamptz not null,
      url text,
      title text,
      body text,
      language text,
      territory text,
      actor_external_id text,
      actor jsonb,
      links jsonb not null,
      audience int,
      participant_report jsonb,
      content_hash bytea not null check (octet_length(content_hash) = 32),
      salt bytea not null check (octet_length(salt) = 32),
      intake_batch_id uuid not null,
      verdict text not null check (verdict in ('clear', 'review', 'measured')),
      retention_until timestamptz not null,
      primary key (desk_id, item_id),
      unique (desk_id, external_id, content_hash),
      check (surface not in ('private', 'e2ee') or participant_report is not null or (body is null and title is null and links = '[]'::jsonb)),
      check (retention_until > received_at)
    )`,
    ...deskTable('item'),
    `create index item_by_actor on item (desk_id, actor_external_id, item_id)`,
    `create index item_by_retention on item (desk_id, retention_until)`,
    `create index item_by_verdict on item (desk_id, verdict, item_id) where verdict <> 'clear'`,
    `create table item_file (
      desk_id uuid not null,
      file_id uuid not null,
      item_id uuid not null,
      position int not null,
      name text,
      media_type text not null,
      bytes bigint,
      md5 text check (md5 ~ '^[0-9a-f]{32}$'),
      sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
      held boolean not null,
      width int,
      height int,
      primary key (desk_id, file_id),
      unique (desk_id, item_id, position),
      foreign key (desk_id, item_id) references item (desk_id, item_id) on delete cascade,
      check (md5 is not null or sha256 is not null),
      check (not held or sha256 is not null)
    )`,
    ...deskTable('item_file'),
    `create index item_file_by_sha256 on item_file (desk_id, sha256)`,
    `create table report (
      desk_id uuid not null,
      report_id uuid not null,
      item_id uuid not null,
      reporter_kind text not null check (reporter_kind in ('user', 'trusted_flagger', 'authority', 'partner')),
      reporter_external_id text not null,
      reporter_name text,
      reporter_language text,
      reason text not null check (reason in ('terrorism', 'threat', 'violence', 'recruitment', 'other')),
      said text not null,
      good_faith boolean not null,
      received_at timestamptz not null,
      ledger_entry_id uuid not null,
      primary key (desk_id, report_id),
      foreign key (desk_id, item_id) references item (desk_id, item_id)
    )`,
    ...deskTable('report'),
    `create index report_by_item on report (desk_id, item_id)`,
    `create index report_by_time on report (desk_id, received_at)`,
    `create table idempotency (
      desk_id uuid not null,
      caller_id uuid not null,
      key text not null,
      request_hash bytea not null check (octet_length(request_hash) = 32),
      status int,
      reply jsonb,
      created_at timestamptz not null,
      primary key (desk_id, caller_id, key)
    )`,
    ...deskTable('idempotency'),
    `create index idempotency_by_time on idempotency (desk_id, created_at)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
