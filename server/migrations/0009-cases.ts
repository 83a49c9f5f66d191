import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/** Cases: one open case per subject, an append-only history, a hold that expires. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table review_case (
      desk_id uuid not null,
      case_id uuid not null,
      subject text not null check (subject in ('item', 'actor')),
      subject_key text not null,
      item_id uuid,
      actor_external_id text,
      title text not null,
      queue text not null,
      priority int not null check (priority between 0 and 100),
      suggestion text,
      state text not null check (state in ('open', 'awaiting_second', 'decided')),
      claimed_by uuid,
      lease_until timestamptz,
      opened_at timestamptz not null,
      updated_at timestamptz not null,
      version int not null,
      primary key (desk_id, case_id),
      foreign key (desk_id, item_id) references item (desk_id, item_id),
      foreign key (desk_id, claimed_by) references person (desk_id, person_id),
      check (subject <> 'item' or item_id is not null),
      check (subject <> 'actor' or actor_external_id is not null),
      check ((claimed_by is null) = (lease_until is null))
    )`,
    ...deskTable('review_case', 'keep'),
    `create unique index one_live_case_per_subject on review_case (desk_id, subject, subject_key) where state <> 'decided'`,
    `create index review_case_by_queue on review_case (desk_id, state, priority desc, opened_at, case_id)`,
    `create index review_case_by_item on review_case (desk_id, item_id)`,
    `create table case_item (
      desk_id uuid not null,
      case_id uuid not null,
      item_id uuid not null,
      added_at timestamptz not null,
      primary key (desk_id, case_id, item_id),
      foreign key (desk_id, case_id) references review_case (desk_id, case_id),
      foreign key (desk_id, item_id) references item (desk_id, item_id)
    )`,
    ...deskTable('case_item', 'append'),
    `create index case_item_by_item on case_item (desk_id, item_id)`,
    `create table case_event (
      desk_id uuid not null,
      case_id uuid not null,
      event_id uuid not null,
      at timestamptz not null,
      actor_id uuid,
      actor_name text not null,
      tool text not null,
      kind text not null,
      detail text not null,
      primary key (desk_id, case_id, event_id),
      foreign key (desk_id, case_id) references review_case (desk_id, case_id)
    )`,
    ...deskTable('case_event', 'append'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
