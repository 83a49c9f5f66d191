import { sql, type Kysely } from 'kysely';

/** Signals of what looks or reads like something known, beside those of what is it to the byte. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table signal
      drop constraint signal_kind_check,
      drop constraint signal_strength_check,
      add constraint signal_kind_check check (kind in ('hash', 'picture', 'video', 'near_text', 'url', 'phrase', 'listed_name', 'report', 'trusted_flagger', 'state_request', 'partner')),
      add constraint signal_strength_check check (strength in ('match', 'similar', 'name_only', 'report', 'partner')),
      add constraint signal_near_text check (kind <> 'near_text' or strength = 'similar')`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
