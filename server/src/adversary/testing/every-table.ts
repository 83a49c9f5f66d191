import { readTables, type CatalogTable } from '../../platform/database/catalog.ts';
import type { Database } from '../../platform/database/index.ts';

/** The tables of the house, read from the database itself. */
export async function everyTable({ ownerPool }: Database): Promise<CatalogTable[]> {
  const client = await ownerPool.connect();
  try {
    return await readTables(client);
  } finally {
    client.release();
  }
}

/** Written down when somebody is seen, whatever they do. */
const traces = ['seen_at', 'last_seen_at', 'last_used_at', 'totp_pending'];

/** Counts and sums of all rows of each table, of every desk or of one; when somebody was last seen is left out. */
export async function digestRows(
  { ownerPool }: Database,
  tables: readonly CatalogTable[],
  deskId?: string,
): Promise<Map<string, string>> {
  const parts = tables.map(({ name, columns }) => {
    const whose = deskId !== undefined && columns.includes('desk_id') ? 'where desk_id = $1' : '';
    const kept = columns.filter((column) => !traces.includes(column)).map((one) => `"${one}"`);
    return `select '${name}' as name, count(*) || ' rows, sum ' ||
      coalesce(sum(hashtextextended(row(${kept.join()})::text, 0)), 0) as digest from "${name}" ${whose}`;
  });
  const { rows } = await ownerPool.query<{ name: string; digest: string }>(
    parts.join(' union all '),
    deskId === undefined ? [] : [deskId],
  );
  return new Map(rows.map(({ name, digest }) => [name, digest]));
}

/** The tables whose rows are not as they were. */
export async function changesSince(
  database: Database,
  tables: readonly CatalogTable[],
  before: ReadonlyMap<string, string>,
  deskId?: string,
): Promise<string[]> {
  const now = await digestRows(database, tables, deskId);
  return [...now].flatMap(([name, digest]) =>
    digest === before.get(name) ? [] : [`${name}: ${before.get(name)} became ${digest}`],
  );
}
