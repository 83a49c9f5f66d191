import type { Database, Trx } from './database/index.ts';

declare module './database/tables.ts' {
  interface Tables {
    desk_address: { desk_id: string; slug: string; name: string; created_at: Date };
  }
}

export interface DeskAddress {
  readonly deskId: string;
  readonly slug: string;
  readonly name: string;
}

/** All desks of this installation, oldest first. */
export async function listDesks(database: Database): Promise<DeskAddress[]> {
  const rows = await database.outsideDesks((trx) =>
    trx.selectFrom('desk_address').selectAll().orderBy('created_at').execute(),
  );
  return rows.map(toAddress);
}

/** The desk with this public name, or null. */
export async function findDesk(database: Database, slug: string): Promise<DeskAddress | null> {
  const row = await database.outsideDesks((trx) =>
    trx.selectFrom('desk_address').selectAll().where('slug', '=', slug).executeTakeFirst(),
  );
  return row ? toAddress(row) : null;
}

/** Enters a new desk; runs in that desk's own transaction. @throws the unique violation of a taken slug */
export async function enterDesk(trx: Trx, address: DeskAddress, now: Date): Promise<void> {
  await trx
    .insertInto('desk_address')
    .values({ desk_id: address.deskId, slug: address.slug, name: address.name, created_at: now })
    .execute();
}

/** Keeps the directory's name in step with the desk's. */
export async function renameDesk(trx: Trx, deskId: string, name: string): Promise<void> {
  await trx.updateTable('desk_address').set({ name }).where('desk_id', '=', deskId).execute();
}

function toAddress(row: { desk_id: string; slug: string; name: string }): DeskAddress {
  return { deskId: row.desk_id, slug: row.slug, name: row.name };
}
