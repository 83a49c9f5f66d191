import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Appeals. Whoever decided does not hear the appeal: `decided_by` and `second_by` are the decision's
 * own, held by one foreign key that also tells no second person from one left out, and the hearer must
 * be neither (DESIGN 6.4). An appeal is kept as long as its notice, and loses its words with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";
  const statements = [
    `alter table decision add column second_key uuid generated always as (coalesce(second_by, ${nobody})) stored`,
    `alter table decision add constraint decision_makers unique (desk_id, decision_id, decided_by, second_key)`,
    `create table appeal (
      desk_id uuid not null,
      appeal_id uuid not null,
      notice_id uuid not null,
      decision_id uuid not null,
      decided_by uuid not null,
      second_by uuid,
      second_key uuid generated always as (coalesce(second_by, ${nobody})) stored,
      submission_key text not null check (length(submission_key) between 1 and 100),
      appellant text not null check (appellant in ('affected', 'reporter')),
      body text,
      contact text,
      language text not null,
      state text not null check (state in ('open', 'upheld', 'overturned')),
      heard_by uuid,
      reasons text,
      received_at timestamptz not null,
      decided_at timestamptz,
      erased_at timestamptz,
      ledger_entry_id uuid not null,
      version int not null,
      primary key (desk_id, appeal_id),
      unique (desk_id, notice_id, submission_key),
      constraint one_appeal_per_decision unique (desk_id, notice_id, decision_id),
      foreign key (desk_id, notice_id) references notice (desk_id, notice_id),
      foreign key (desk_id, decision_id, decided_by, second_key) references decision (desk_id, decision_id, decided_by, second_key),
      foreign key (desk_id, heard_by) references person (desk_id, person_id),
      foreign key (desk_id, ledger_entry_id) references ledger_entry (desk_id, entry_id),
      constraint hearer_took_no_part check (heard_by is null or (heard_by <> decided_by and (second_by is null or heard_by <> second_by))),
      constraint outcome_is_whole check ((state = 'open') = (decided_at is null) and (state = 'open') = (heard_by is null) and (state = 'open') = (reasons is null)),
      constraint open_appeal_is_kept check (erased_at is null or state <> 'open'),
      constraint erased_says_nothing check ((erased_at is null) = (body is not null) and (erased_at is null or (contact is null and reasons = '')))
    )`,
    ...deskTable('appeal', 'keep'),
    `create unique index one_open_appeal_per_notice on appeal (desk_id, notice_id) where state = 'open'`,
    `create index appeal_by_time on appeal (desk_id, state, received_at, appeal_id)`,
    `create index appeal_by_decision on appeal (desk_id, decision_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
