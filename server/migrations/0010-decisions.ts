import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Decisions, and the invariants DESIGN 6.1 and 6.4 ask of the database itself: a measure that takes
 * effect has a passed gate, or an override of two people that ends within 24 hours; where two people
 * are needed they are two. `carries_measure` is what a measure's foreign key points to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table decision (
      desk_id uuid not null,
      decision_id uuid not null,
      case_id uuid not null,
      item_id uuid,
      actor_external_id text,
      title text not null,
      kind text not null check (kind in ('measure', 'no_action')),
      state text not null check (state in ('awaiting_second', 'effective', 'refused', 'reversed')),
      measure text,
      assessment jsonb,
      gate jsonb,
      gate_outcome text,
      gate_passed boolean not null,
      needs_second boolean not null,
      carries_measure boolean generated always as (kind = 'measure' and state in ('effective', 'reversed')) stored,
      reasons text not null,
      policy_version_id uuid,
      decided_by uuid not null,
      second_by uuid,
      second_reason text,
      refused_by uuid,
      override_expires_at timestamptz,
      decided_at timestamptz not null,
      effective_at timestamptz,
      reversed_at timestamptz,
      reversed_by uuid,
      reversed_because text check (reversed_because in ('appeal', 'reversed', 'override_expired')),
      reversal_reasons text,
      appeal_until timestamptz,
      ledger_entry_id uuid not null,
      version int not null,
      primary key (desk_id, decision_id),
      unique (desk_id, decision_id, carries_measure),
      unique (desk_id, decision_id, decided_by),
      foreign key (desk_id, case_id) references review_case (desk_id, case_id),
      foreign key (desk_id, item_id) references item (desk_id, item_id),
      foreign key (desk_id, decided_by) references person (desk_id, person_id),
      foreign key (desk_id, second_by) references person (desk_id, person_id),
      foreign key (desk_id, refused_by) references person (desk_id, person_id),
      foreign key (desk_id, reversed_by) references person (desk_id, person_id),
      foreign key (desk_id, policy_version_id) references policy_version (desk_id, policy_version_id),
      constraint measure_is_named check ((kind = 'measure') = (measure is not null)),
      constraint measure_is_assessed check (kind <> 'measure' or (assessment is not null and gate is not null)),
      constraint gate_passed_or_override check (kind <> 'measure' or state not in ('effective', 'reversed') or gate_passed or override_expires_at is not null),
      constraint override_ends_within_a_day check (override_expires_at is null or (override_expires_at > decided_at and override_expires_at <= decided_at + interval '24 hours')),
      constraint override_takes_two check (override_expires_at is null or state not in ('effective', 'reversed') or second_by is not null),
      constraint two_people_where_needed check (not needs_second or state not in ('effective', 'reversed') or second_by is not null),
      constraint bans_and_referrals_take_two check (measure is null or measure not in ('ban', 'refer') or state not in ('effective', 'reversed') or second_by is not null),
      constraint second_is_somebody_else check (second_by is null or second_by <> decided_by),
      constraint effect_has_a_time check ((state in ('effective', 'reversed')) = (effective_at is not null)),
      constraint reversal_is_whole check ((state = 'reversed') = (reversed_at is not null) and (state = 'reversed') = (reversed_because is not null))
    )`,
    ...deskTable('decision', 'keep'),
    `create index decision_by_time on decision (desk_id, decided_at, decision_id)`,
    `create index decision_by_case on decision (desk_id, case_id)`,
    `create index decision_by_override on decision (desk_id, override_expires_at)`,
    `create table decision_basis (
      desk_id uuid not null,
      decision_id uuid not null,
      basis_id uuid not null,
      kind text not null check (kind in ('clause', 'bank_entry', 'designation', 'report')),
      reference_id uuid not null,
      clause_key text,
      primary key (desk_id, decision_id, basis_id),
      foreign key (desk_id, decision_id) references decision (desk_id, decision_id)
    )`,
    ...deskTable('decision_basis', 'append'),
    `create index decision_basis_by_reference on decision_basis (desk_id, kind, reference_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
