import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/** Rules that choose a queue, a priority and a suggestion. They never decide. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table triage_rule (
      desk_id uuid not null,
      rule_id uuid not null,
      position int not null,
      name text not null,
      expression text not null,
      queue text not null check (queue ~ '^[a-z][a-z0-9-]{0,39}$'),
      priority int not null check (priority between 0 and 100),
      suggestion text,
      mode text not null check (mode in ('live', 'shadow', 'off')),
      version int not null,
      updated_at timestamptz not null,
      primary key (desk_id, rule_id),
      unique (desk_id, position)
    )`,
    ...deskTable('triage_rule', 'keep'),
    `create table triage_placement (
      desk_id uuid not null,
      placement_id uuid not null,
      rule_id uuid not null,
      item_id uuid not null,
      shadow boolean not null,
      at timestamptz not null,
      primary key (desk_id, placement_id),
      foreign key (desk_id, rule_id) references triage_rule (desk_id, rule_id)
    )`,
    ...deskTable('triage_placement', 'append'),
    `create index triage_placement_by_rule on triage_placement (desk_id, rule_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
