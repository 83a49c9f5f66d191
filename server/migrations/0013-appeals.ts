import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Appeals. Whoever decided does not hear the appeal: `decided_by` and `second_by` are copied from the
 * decision under foreign keys, and the hearer must be neither (DESIGN 6.4).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table appeal (
      desk_id uuid not null,
      appeal_id uuid not null,
      notice_id uuid not null,
      decision_id uuid not null,
      decided_by uuid not null,
      second_by uuid,
      submission_key text not null,
      appellant text not null check (appellant in ('affected', 'reporter')),
      body text not null,
      contact text,
      language text not null,
      state text not null check (state in ('open', 'upheld', 'overturned')),
      heard_by uuid,
      reasons text,
      received_at timestamptz not null,
      decided_at timestamptz,
      ledger_entry_id uuid not null,
      version int not null,
      primary key (desk_id, appeal_id),
      unique (desk_id, notice_id, submission_key),
      foreign key (desk_id, notice_id) references notice (desk_id, notice_id),
      foreign key (desk_id, decision_id, decided_by) references decision (desk_id, decision_id, decided_by),
      foreign key (desk_id, heard_by) references person (desk_id, person_id),
      constraint hearer_took_no_part check (heard_by is null or (heard_by <> decided_by and (second_by is null or heard_by <> second_by))),
      constraint outcome_is_whole check ((state = 'open') = (decided_at is null) and (state = 'open') = (heard_by is null) and (state = 'open') = (reasons is null))
    )`,
    ...deskTable('appeal', 'keep'),
    `create unique index one_open_appeal_per_notice on appeal (desk_id, notice_id) where state = 'open'`,
    `create index appeal_by_time on appeal (desk_id, state, received_at, appeal_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
