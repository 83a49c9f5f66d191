import type { ClientBase } from 'pg';

/** A table of ours, as the database itself describes it. */
export interface CatalogTable {
  readonly name: string;
  /** Columns that hold values of their own (not generated), in order. */
  readonly columns: readonly string[];
  /** Whether row security holds even for the owner. */
  readonly forced: boolean;
}

/** A foreign key between two tables. */
export interface CatalogReference {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** What `alter table … add constraint` takes. */
  readonly definition: string;
}

const bookkeeping = ['schema_migration', 'schema_migration_lock'];

/** Lists the application's tables, without the migrations' own and the job queue's schema. */
export async function readTables(client: ClientBase): Promise<CatalogTable[]> {
  const { rows } = await client.query<CatalogTable>(
    `select c.relname as name, c.relforcerowsecurity as forced,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname <> all ($1)
     order by c.relname`,
    [bookkeeping],
  );
  return rows;
}

/** Lists the foreign keys between different tables of ours. */
export async function readReferences(client: ClientBase): Promise<CatalogReference[]> {
  const { rows } = await client.query<CatalogReference>(
    `select k.conname as name, f.relname as from, t.relname as to, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and k.conparentid = 0 and k.conrelid <> k.confrelid
       and k.connamespace = 'public'::regnamespace
     order by f.relname, k.conname`,
  );
  return rows;
}

/** Tables in an order in which each comes after those it refers to. */
export interface LoadOrder {
  readonly tables: readonly CatalogTable[];
  /** References that go round in a circle and so cannot hold while loading. */
  readonly circular: readonly CatalogReference[];
}

/** Orders tables for loading; circles are cut at the first table by name. */
export function orderForLoading(
  tables: readonly CatalogTable[],
  references: readonly CatalogReference[],
): LoadOrder {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: CatalogTable[] = [];
  const circular: CatalogReference[] = [];
  while (waiting.size > 0) {
    const pending = (name: string) =>
      references.filter((reference) => reference.from === name && waiting.has(reference.to));
    const names = [...waiting.keys()];
    const next = names.find((name) => pending(name).length === 0) ?? names[0]!;
    circular.push(...pending(next));
    ordered.push(waiting.get(next)!);
    waiting.delete(next);
  }
  return { tables: ordered, circular };
}

/**
 * Lets the owner see every desk's rows until the transaction ends: by its own right where it has
 * one (the bundled database), else by lifting the force of row security, which locks the tables.
 *
 * @returns the tables whose force was lifted, to be put back before a commit.
 */
export async function liftRowSecurity(
  client: ClientBase,
  tables: readonly CatalogTable[],
): Promise<CatalogTable[]> {
  const { rows } = await client.query<{ above: boolean }>(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  );
  const lifted = rows[0]?.above === true ? [] : tables.filter((table) => table.forced);
  for (const { name } of lifted) {
    await client.query(`alter table ${quote(name)} no force row level security`);
  }
  // From here on a table that still hides rows is an error, never a silent gap.
  await client.query('set local row_security = off');
  return lifted;
}

/** Writes a name as SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
