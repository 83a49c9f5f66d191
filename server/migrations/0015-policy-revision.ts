import { sql, type Kysely } from 'kysely';

/** Counts the changes of a draft, so that nobody saves over, or publishes, what they have not read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'alter table policy_version add column revision integer not null default 1 check (revision >= 1)',
    )
    .execute(db);
}
