import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * The desk's rules in versions. A draft may change; a published version never does, whoever asks:
 * the restrictive policies let the application change or delete drafts only, and the state in the
 * foreign key keeps clauses from being added to what is published.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table policy_version (
      desk_id uuid not null,
      policy_version_id uuid not null,
      state text not null check (state in ('draft', 'published')),
      number integer check (number >= 1),
      title text not null,
      language text not null,
      definition text not null,
      created_at timestamptz not null,
      published_at timestamptz,
      published_by text,
      in_force_from timestamptz,
      primary key (desk_id, policy_version_id),
      unique (desk_id, policy_version_id, state),
      constraint policy_version_number unique (desk_id, number),
      check ((state = 'published') = (number is not null)),
      check ((state = 'published') = (published_at is not null)),
      check ((state = 'published') = (published_by is not null)),
      check ((state = 'published') = (in_force_from is not null)),
      constraint not_made_for_the_past check (in_force_from >= published_at)
    )`,
    `create table policy_clause (
      desk_id uuid not null,
      policy_version_id uuid not null,
      key text not null,
      state text not null,
      position integer not null,
      title text not null,
      text text not null,
      not_covered text not null,
      harm_categories text[] not null check (cardinality(harm_categories) > 0),
      measures text[] not null check (cardinality(measures) > 0),
      primary key (desk_id, policy_version_id, key),
      unique (desk_id, policy_version_id, position),
      foreign key (desk_id, policy_version_id, state)
        references policy_version (desk_id, policy_version_id, state)
        on update cascade on delete cascade
    )`,
    ...['policy_version', 'policy_clause'].flatMap((table) => [
      ...deskTable(table),
      `create policy begins_as_draft on ${table} as restrictive for insert with check (state = 'draft')`,
      `create policy published_stays on ${table} as restrictive for update using (state = 'draft') with check (true)`,
      `create policy published_is_kept on ${table} as restrictive for delete using (state = 'draft')`,
    ]),
    // Only the foreign key's cascade moves a clause to another state.
    `revoke update on policy_clause from commonweal_app`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
