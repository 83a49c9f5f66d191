import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Decisions that are to be looked at again, because something they rest on is gone. That one may stand
 * on its other grounds is said by somebody else than who made it, with a reason.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table decision_review (
      desk_id uuid not null,
      review_id uuid not null,
      decision_id uuid not null,
      decided_by uuid not null,
      cause text not null check (cause in ('entry_withdrawn')),
      reference_id uuid not null,
      subject text not null,
      cause_reason text not null,
      opened_at timestamptz not null,
      state text not null check (state in ('open', 'kept', 'reversed', 'restored')),
      closed_at timestamptz,
      closed_by uuid,
      closing_reason text,
      primary key (desk_id, review_id),
      foreign key (desk_id, decision_id, decided_by) references decision (desk_id, decision_id, decided_by),
      foreign key (desk_id, closed_by) references person (desk_id, person_id),
      constraint review_is_whole check ((state = 'open') = (closed_at is null)),
      constraint kept_by_a_person check (state <> 'kept' or (closed_by is not null and closing_reason is not null)),
      constraint kept_by_somebody_else check (state <> 'kept' or closed_by <> decided_by)
    )`,
    ...deskTable('decision_review', 'keep'),
    `create unique index one_open_review_per_cause on decision_review (desk_id, decision_id, cause, reference_id) where state = 'open'`,
    `create index decision_review_by_decision on decision_review (desk_id, decision_id, review_id)`,
    `create index decision_review_by_reference on decision_review (desk_id, reference_id)`,
    `create index decision_awaiting_second on decision (desk_id, decision_id) where state = 'awaiting_second'`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
