import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Which entries of two lists may be one entity, by their names: proposed by a program, confirmed or
 * refused by a person. A list and a reference, not a listing, so that a link outlives a delisting.
 * `compared_import` is the edition of a list whose names were compared last.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table designation_list add column compared_import integer not null default 0 check (compared_import >= 0)`,
    `create table designation_link (
      desk_id uuid not null,
      link_id uuid not null,
      one_list uuid not null,
      one_reference text not null,
      other_list uuid not null,
      other_reference text not null,
      state text not null check (state in ('proposed', 'confirmed', 'refused')),
      score double precision not null check (score between 0 and 1),
      because jsonb not null check (jsonb_typeof(because) = 'object'),
      proposed_at timestamptz not null,
      decided_at timestamptz,
      decided_by text,
      decided_by_id uuid,
      reason text,
      primary key (desk_id, link_id),
      unique (desk_id, one_list, one_reference, other_list, other_reference),
      foreign key (desk_id, one_list) references designation_list (desk_id, list_id),
      foreign key (desk_id, other_list) references designation_list (desk_id, list_id),
      check (one_list < other_list),
      constraint link_decided_by_a_person check (
        (state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by_id is null)
        and (decided_at is null) = (decided_by is null) and (decided_at is null) = (reason is null)
      )
    )`,
    ...deskTable('designation_link', 'keep'),
    `create index designation_link_by_state on designation_link (desk_id, state, link_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
