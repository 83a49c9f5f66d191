import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Measures and the outbox. A measure row cannot exist without a decision that carries one: its
 * foreign key reaches the decision's generated column, which is true only once the gate let it pass.
 * A lane holds the messages to one endpoint about one subject and kind of measure; they go in order.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table endpoint (
      desk_id uuid not null,
      endpoint_id uuid not null,
      name text not null,
      url text not null,
      state text not null check (state in ('active', 'paused', 'gone')),
      public_key text not null,
      sealed_secret bytea not null,
      sealed_private_key bytea not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      version int not null,
      primary key (desk_id, endpoint_id),
      check (removed_at is null or state = 'gone')
    )`,
    ...deskTable('endpoint', 'keep'),
    `create table measure (
      desk_id uuid not null,
      measure_id uuid not null,
      decision_id uuid not null,
      decision_carries boolean not null check (decision_carries),
      kind text not null,
      subject text not null check (subject in ('item', 'actor')),
      item_external_id text,
      actor_external_id text,
      target text not null,
      territories jsonb not null,
      starts_at timestamptz not null,
      ends_at timestamptz,
      state text not null check (state in ('queued', 'sent', 'confirmed', 'failed', 'ending', 'ended')),
      ended_because text check (ended_because in ('expired', 'appeal', 'reversed', 'override_expired')),
      ended_at timestamptz,
      created_at timestamptz not null,
      version int not null,
      primary key (desk_id, measure_id),
      unique (desk_id, decision_id),
      foreign key (desk_id, decision_id, decision_carries, kind) references decision (desk_id, decision_id, carries_measure, measure),
      check (ends_at is null or ends_at > starts_at),
      check ((state in ('ending', 'ended')) = (ended_because is not null)),
      check ((ended_because is null) = (ended_at is null))
    )`,
    ...deskTable('measure', 'keep'),
    `create index measure_by_end on measure (desk_id, state, ends_at)`,
    `create table delivery (
      desk_id uuid not null,
      delivery_id uuid not null,
      endpoint_id uuid not null,
      measure_id uuid,
      decision_id uuid,
      lane text not null,
      event text not null check (event in ('measure.applied', 'measure.reversed', 'measure.ended', 'notice.available', 'test.ping')),
      body text not null check (octet_length(body) < 20000),
      state text not null check (state in ('queued', 'delivered', 'dead')),
      attempts int not null check (attempts >= 0),
      due_at timestamptz,
      lease_until timestamptz,
      last_status int,
      last_error text,
      created_at timestamptz not null,
      delivered_at timestamptz,
      first_attempt_at timestamptz,
      primary key (desk_id, delivery_id),
      unique (desk_id, measure_id, decision_id, endpoint_id, event),
      foreign key (desk_id, endpoint_id) references endpoint (desk_id, endpoint_id),
      foreign key (desk_id, measure_id) references measure (desk_id, measure_id),
      check ((measure_id is null) = (event = 'test.ping') and (measure_id is null) = (decision_id is null)),
      check ((state = 'queued') = (due_at is not null)),
      check ((state = 'delivered') = (delivered_at is not null))
    )`,
    ...deskTable('delivery', 'keep'),
    `create index delivery_by_due on delivery (desk_id, state, due_at)`,
    `create index delivery_by_lane on delivery (desk_id, endpoint_id, lane, delivery_id)`,
    `create table receipt (
      desk_id uuid not null,
      receipt_id uuid not null,
      measure_id uuid not null,
      receipt_key text not null,
      effect text not null check (effect in ('applied', 'reversed', 'failed')),
      detail text not null,
      at timestamptz not null,
      primary key (desk_id, receipt_id),
      unique (desk_id, measure_id, receipt_key),
      foreign key (desk_id, measure_id) references measure (desk_id, measure_id)
    )`,
    ...deskTable('receipt', 'append'),
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
