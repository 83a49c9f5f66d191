import { sql, type Kysely } from 'kysely';

/**
 * How near a picture must be, by bank; when an entry ends; and who confirmed it: somebody else than
 * who added it, and never a program.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table bank add column pdq_distance integer check (pdq_distance between 0 and 31)`,
    `update bank set pdq_distance = 31 where kind = 'hash'`,
    `alter table bank add constraint bank_distance_of_hashes check ((pdq_distance is not null) = (kind = 'hash'))`,
    `alter table bank_entry
      add column expires_at timestamptz,
      add column added_by_id uuid,
      add column confirmed_by text check (confirmed_by <> ''),
      add column confirmed_by_id uuid,
      add column confirmed_at timestamptz,
      add constraint bank_entry_confirmed check (
        (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_by_id is null)
      ),
      add constraint bank_entry_confirmed_by_another check (confirmed_by_id <> added_by_id)`,
    `grant update (expires_at, confirmed_by, confirmed_by_id, confirmed_at) on bank_entry to commonweal_app`,
    `create index bank_entry_by_end on bank_entry (desk_id, expires_at) where expires_at is not null and status in ('active', 'disputed')`,
    `create index bank_entry_unconfirmed on bank_entry (desk_id, bank_id, bank_entry_id) where confirmed_at is null`,
    `alter table bank_entry_change
      drop constraint bank_entry_change_change_check,
      add constraint bank_entry_change_change_check check (change in ('added', 'status', 'label', 'expires_at', 'confirmed'))`,
    `alter table signal add column confirmed boolean not null default true`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
