import { sql, type Kysely } from 'kysely';

/**
 * The only two tables outside any desk: the directory of desks by public name, and the one-time links
 * that make a desk. Neither says anything that is not public or already spent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table desk_address (
      desk_id uuid not null primary key,
      slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
      name text not null,
      created_at timestamptz not null
    )`,
    `alter table desk_address enable row level security`,
    `alter table desk_address force row level security`,
    `create policy anybody_reads on desk_address for select using (true)`,
    `create policy desk_writes on desk_address for insert with check (desk_id = nullif(current_setting('commonweal.desk', true), '')::uuid)`,
    `create policy desk_changes on desk_address for update using (desk_id = nullif(current_setting('commonweal.desk', true), '')::uuid)`,
    `grant select, insert, update on desk_address to commonweal_app`,
    `create table setup_link (
      setup_link_id uuid not null primary key,
      token_hash bytea not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`,
    `alter table setup_link enable row level security`,
    `alter table setup_link force row level security`,
    `create policy outside_desks on setup_link using (nullif(current_setting('commonweal.desk', true), '') is null)`,
    `grant select, insert, update on setup_link to commonweal_app`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
