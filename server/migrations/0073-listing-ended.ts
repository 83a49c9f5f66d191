import { sql, type Kysely } from 'kysely';

/** Decisions are looked at again when a listing they rest on ends, as when an entry is withdrawn. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table decision_review
      drop constraint decision_review_cause_check,
      add constraint decision_review_cause_check check (cause in ('entry_withdrawn', 'listing_ended'))`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
