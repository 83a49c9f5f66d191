import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/** Notices: what was told to the person affected and to those who reported. The link's secret is derived, never stored. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table notice (
      desk_id uuid not null,
      notice_id uuid not null,
      audience text not null check (audience in ('affected', 'reporter')),
      decision_id uuid,
      report_id uuid,
      item_id uuid,
      statement jsonb,
      available_from timestamptz not null,
      appeal_until timestamptz,
      created_at timestamptz not null,
      ledger_entry_id uuid not null,
      primary key (desk_id, notice_id),
      foreign key (desk_id, decision_id) references decision (desk_id, decision_id),
      foreign key (desk_id, report_id) references report (desk_id, report_id),
      check (audience <> 'affected' or (decision_id is not null and statement is not null and appeal_until is not null)),
      check (audience <> 'reporter' or report_id is not null)
    )`,
    ...deskTable('notice', 'keep'),
    `create unique index one_affected_notice_per_decision on notice (desk_id, decision_id) where audience = 'affected'`,
    `create unique index one_notice_per_report on notice (desk_id, report_id) where audience = 'reporter'`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
