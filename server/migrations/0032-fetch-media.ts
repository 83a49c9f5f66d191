import { sql, type Kysely } from 'kysely';

/** Whether a desk fetches files that items name by their address: not unless it says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table desk add column fetch_media boolean not null default false`)
    .execute(db);
}
