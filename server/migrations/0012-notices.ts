import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Notices: what was told to the person affected and to those who reported, and where their appeal
 * stands. The link's secret is derived, never stored. An affected person's notice carries its
 * decision's id, so there can be one only. On its date a notice loses what it said (DESIGN 6.10).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table notice (
      desk_id uuid not null,
      notice_id uuid not null,
      audience text not null check (audience in ('affected', 'reporter')),
      decision_id uuid,
      report_id uuid,
      item_id uuid,
      language text,
      statement jsonb,
      appeal jsonb,
      superseded_by uuid,
      available_from timestamptz not null,
      appeal_until timestamptz,
      delayed boolean not null,
      handed_over_at timestamptz,
      created_at timestamptz not null,
      retention_until timestamptz not null,
      erased_at timestamptz,
      ledger_entry_id uuid not null,
      primary key (desk_id, notice_id),
      foreign key (desk_id, decision_id) references decision (desk_id, decision_id),
      foreign key (desk_id, report_id) references report (desk_id, report_id),
      foreign key (desk_id, superseded_by) references notice (desk_id, notice_id),
      foreign key (desk_id, ledger_entry_id) references ledger_entry (desk_id, entry_id),
      constraint one_affected_notice_per_decision check (audience <> 'affected' or (decision_id is not null and notice_id = decision_id)),
      constraint reporter_reported check (audience <> 'reporter' or (report_id is not null and item_id is not null)),
      constraint decision_can_be_appealed check (decision_id is null or appeal_until is not null),
      constraint only_delayed_is_handed_over check (handed_over_at is null or (delayed and handed_over_at >= available_from)),
      constraint appeal_while_kept check (appeal_until is null or (appeal_until > available_from and retention_until >= appeal_until)),
      constraint notice_says_something check ((erased_at is null) = (statement is not null)),
      constraint erased_says_nothing check (erased_at is null or appeal is null)
    )`,
    ...deskTable('notice', 'keep'),
    `create unique index one_notice_per_report on notice (desk_id, report_id) where audience = 'reporter'`,
    `create index notice_by_decision on notice (desk_id, decision_id)`,
    `create index notice_by_item on notice (desk_id, item_id)`,
    `create index notice_by_time on notice (desk_id, created_at)`,
    `create index notice_to_hand_over on notice (desk_id, available_from) where delayed and handed_over_at is null`,
    `create index notice_by_retention on notice (desk_id, retention_until)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
