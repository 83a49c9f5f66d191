import { sql, type Kysely } from 'kysely';

/** Keeps why there is a signal in parts as well. Signals of before have their English sentence alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table signal add column because jsonb check (jsonb_typeof(because) = 'object' and because ->> 'code' <> '')`,
    )
    .execute(db);
}
