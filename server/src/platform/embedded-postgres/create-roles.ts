import { Client } from 'pg';

/** Who owns the schema, who the application is, and where both meet. */
export const ownerRole = 'commonweal_owner';
export const applicationRole = 'commonweal_app';
export const databaseName = 'commonweal';

const roles: Record<string, string> = {
  // The owner sees every desk's rows: migrations and backups are about all of them.
  [ownerRole]: 'login nosuperuser nocreatedb nocreaterole noreplication bypassrls',
  [applicationRole]: 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls',
};

/** Creates the two roles and the database where missing; safe to repeat and to interrupt. */
export async function createRoles(socketDirectory: string): Promise<void> {
  await asSuperuser(socketDirectory, 'postgres', async (client) => {
    const found = await client.query<{ name: string }>('select rolname as name from pg_roles');
    for (const [name, rights] of Object.entries(roles)) {
      const verb = found.rows.some((row) => row.name === name) ? 'alter' : 'create';
      await client.query(`${verb} role ${name} ${rights}`);
    }
    const present = await client.query('select from pg_database where datname = $1', [
      databaseName,
    ]);
    if (present.rowCount === 0) await client.query(createDatabase(databaseName, 'template1'));
    await client.query(`revoke all on database ${databaseName} from public`);
    await client.query(
      `grant connect, temporary on database ${databaseName} to ${applicationRole}`,
    );
  });
}

/** The statement that makes a database for the owner. */
export function createDatabase(name: string, template: string): string {
  return `create database ${name} owner ${ownerRole} template ${template}`;
}

/** Runs work as the cluster's superuser on one connection, which is closed afterwards. */
export async function asSuperuser<T>(
  socketDirectory: string,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ host: socketDirectory, user: 'postgres', database });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
