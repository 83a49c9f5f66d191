import { sql, type Kysely } from 'kysely';

/**
 * Banks of hashes hold what a file is to the byte beside what it looks or reads like, because the
 * lists that are exchanged do. The rule for a type's form is checked where the entry is read; here the
 * database holds what can be said in a line.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `alter table bank_entry drop constraint bank_entry_check`,
    `alter table bank_entry add constraint bank_entry_form check (
      (bank_kind = 'hash' and type = 'md5' and value ~ '^[0-9a-f]{32}$') or
      (bank_kind = 'hash' and type = 'sha1' and value ~ '^[0-9a-f]{40}$') or
      (bank_kind = 'hash' and type in ('sha256', 'pdq') and value ~ '^[0-9a-f]{64}$') or
      (bank_kind = 'hash' and type = 'tlsh' and value ~ '^T1[0-9A-F]{70}$') or
      (bank_kind = 'hash' and type = 'vpdq' and value like '["%"]') or
      (bank_kind = 'url' and type = 'url' and value <> '') or
      (bank_kind = 'phrase' and type = 'phrase' and value <> '')
    )`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
