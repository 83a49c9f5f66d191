import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Lists of many authorities, some of a desk's own making, fetched by themselves where a desk wants it;
 * and what their editions say beyond names: since when as far as they say, until when, with what effect
 * in law, and who else lists the same. `begins_on` is from when a designation counts, which is not what
 * the list says where an edition before it did not have it yet.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table designation_list
      drop constraint designation_list_format_check,
      drop constraint designation_list_desk_id_format_key,
      add column key text not null default 'un' check (key ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$'),
      add column power text,
      add column effects text[],
      add column url text,
      add column fetched boolean not null default false,
      add column every_hours smallint not null default 24 check (every_hours between 1 and 720),
      add column due_at timestamptz,
      add column attempts integer not null default 0 check (attempts >= 0),
      add column checked_at timestamptz,
      add column seen_at timestamptz,
      add column etag text,
      add column last_modified text,
      add column problem text`,
    `alter table designation_list alter column key drop default`,
    `alter table designation_list add constraint designation_list_key unique (desk_id, key)`,
    `create index designation_list_due on designation_list (desk_id, due_at) where due_at is not null`,
    `alter table designation_import alter column generated_at drop not null`,
    `alter table designation
      alter column listed_on drop not null,
      add column begins_on date,
      add column expires_on date,
      add column ended_by text check (ended_by in ('absence', 'publisher', 'relisted')),
      add column effects text[],
      add column countries text[] not null default '{}',
      add column birth_years integer[] not null default '{}',
      add column same_as jsonb not null default '[]' check (jsonb_typeof(same_as) = 'array'),
      add column first_import integer not null default 1,
      add column last_import integer,
      add constraint designation_begins check (listed_on is not null or begins_on is not null),
      add constraint designation_ends_after check (ended_on >= begins_on),
      add constraint designation_end_is_whole check (ended_by is null or ended_on is not null)`,
    `create index designation_by_reference on designation (desk_id, reference)`,
    `create table designation_change (
      desk_id uuid not null,
      designation_id uuid not null,
      number integer not null check (number >= 1),
      change jsonb not null check (jsonb_typeof(change) = 'object'),
      primary key (desk_id, designation_id, number),
      foreign key (desk_id, designation_id) references designation (desk_id, designation_id)
    )`,
    ...deskTable('designation_change', 'append'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
