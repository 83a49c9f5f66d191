import { type Kysely, sql } from 'kysely';
import { Client, type Pool } from 'pg';
import { applicationRole } from '../embedded-postgres/index.ts';
import type { Tables } from './tables.ts';

const oldest = 16; // the first major version in which a role may be granted `with set`

/**
 * Prepares a PostgreSQL server we were given: checks that it can be reached, is new enough, and has
 * the application's role, creating that when permitted.
 *
 * @throws Error saying what is wrong and what to do.
 */
export async function prepareServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new Error(
      `Cannot connect to ${withoutSecrets(url)}: ${reason(cause)}. Check DATABASE_URL.`,
      {
        cause,
      },
    );
  }
  try {
    await requireVersion(client);
    await ensureApplicationRole(client);
  } finally {
    await client.end();
  }
}

/**
 * Checks that the application's connections cannot step around row security.
 *
 * @throws when their effective role is a superuser or may bypass it.
 */
export async function requireHarmlessRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; above: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as above from pg_roles where rolname = current_user',
  );
  const [role] = rows;
  if (role !== undefined && !role.above) return;
  throw new Error(
    `The application would run as "${role?.name}", which sees every desk's rows. ` +
      `Run "alter role ${role?.name} nosuperuser nobypassrls", or connect so that "set role ${applicationRole}" takes effect.`,
  );
}

/** Grants the application's role the use of the job queue's schema, whose tables are not ours to make. */
export async function grantJobs(owner: Kysely<Tables>): Promise<void> {
  const grants = [
    `usage on schema pgboss`,
    `select, insert, update, delete on all tables in schema pgboss`,
    `execute on all functions in schema pgboss`,
  ];
  for (const grant of grants) await sql.raw(`grant ${grant} to ${applicationRole}`).execute(owner);
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string }>(
    "select current_setting('server_version_num') as number",
  );
  const major = Math.floor(Number(rows[0]?.number) / 10_000);
  if (major >= oldest) return;
  throw new Error(
    `PostgreSQL ${major} is too old: Commonweal needs ${oldest} or newer (18 is best).`,
  );
}

async function ensureApplicationRole(client: Client): Promise<void> {
  const known = await client.query('select from pg_roles where rolname = $1', [applicationRole]);
  if (known.rowCount === 0)
    await attempt(client, `create role ${applicationRole} nologin nosuperuser nobypassrls`);
  const { rows } = await client.query<{ may: boolean }>(
    "select pg_has_role(current_user, $1, 'set') as may",
    [applicationRole],
  );
  if (rows[0]?.may !== true)
    await attempt(client, `grant ${applicationRole} to current_user with set true`);
}

async function attempt(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === '42710' || code === '23505') return; // made by another starting at the same time
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    throw new Error(
      `The database user "${rows[0]?.name}" may not run "${statement}" (${reason(cause)}). Let the server's administrator ` +
        `run "create role ${applicationRole} nologin; grant ${applicationRole} to ${rows[0]?.name};" once.`,
      { cause },
    );
  }
}

function withoutSecrets(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'the database (DATABASE_URL is not a URL)';
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
