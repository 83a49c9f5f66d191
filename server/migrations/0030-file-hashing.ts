import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * What files look like, beside what they are to the byte. `due_at` is the work that is still owed on a
 * file (fetching it, hashing a video), and the lease of whoever does it: a process that dies loses
 * nothing. The fingerprint goes with its file, and the file with the item's content.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table item_file
      add column sha1 text check (sha1 ~ '^[0-9a-f]{40}$'),
      add column url text,
      add column hashing text not null default 'none' check (hashing in ('none', 'pending', 'done', 'failed')),
      add column hashing_note text,
      add column due_at timestamptz,
      add column attempts integer not null default 0 check (attempts >= 0),
      drop constraint item_file_check,
      add constraint item_file_known check (md5 is not null or sha1 is not null or sha256 is not null or url is not null),
      add constraint item_file_owed check ((hashing = 'pending') = (due_at is not null)),
      add constraint item_file_failure check (hashing <> 'failed' or hashing_note <> '')`,
    `create index item_file_due on item_file (desk_id, due_at) where due_at is not null`,
    `create table file_fingerprint (
      desk_id uuid not null,
      file_id uuid not null,
      kind text not null check (kind in ('picture', 'video')),
      prints bytea not null,
      primary key (desk_id, file_id),
      foreign key (desk_id, file_id) references item_file (desk_id, file_id) on delete cascade
    )`,
    ...deskTable('file_fingerprint'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
