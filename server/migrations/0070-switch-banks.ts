import { sql, type Kysely } from 'kysely';
import { deskTable } from './row-security.ts';

/**
 * Banks that are switched off: nothing of them is found. A switch takes a revision like any change to
 * what is found, and its history is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table bank
      add column "on" boolean not null default true,
      add column revision bigint not null default 0 check (revision >= 0)`,
    `grant update ("on", revision) on bank to commonweal_app`,
    `create table bank_change (
      desk_id uuid not null,
      change_id uuid not null,
      bank_id uuid not null,
      at timestamptz not null,
      by text not null,
      change text not null check (change in ('made', 'switched')),
      "from" text check ("from" in ('on', 'off')),
      "to" text not null check ("to" in ('on', 'off')),
      reason text not null,
      primary key (desk_id, change_id),
      foreign key (desk_id, bank_id) references bank (desk_id, bank_id),
      check ((change = 'made') = ("from" is null)),
      check (change = 'made' or reason <> '')
    )`,
    ...deskTable('bank_change', 'append'),
    `create index bank_change_by_bank on bank_change (desk_id, bank_id, change_id)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
