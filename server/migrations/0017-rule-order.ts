import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * The order of a desk's rules counts its changes, so that nobody reorders what they have not read.
 * A rule that is removed leaves the order and stays readable: cases name the rule that placed them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table triage_order (
      desk_id uuid not null primary key,
      revision integer not null check (revision >= 1)
    )`,
    ...deskTable('triage_order', 'keep'),
    `alter table triage_rule
      alter column position drop not null,
      add column removed_at timestamptz,
      add column removed_by text,
      add constraint removed_rules_have_no_place check ((position is null) = (removed_at is not null)),
      add constraint removed_by_somebody check ((removed_by is null) = (removed_at is null))`,
    `alter table case_event add column rule_id uuid`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
