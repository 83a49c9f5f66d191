import { sql } from 'kysely';
import { type Database, schemaVersion } from '../../platform/database/index.ts';
import { listDesks } from '../../platform/directory.ts';
import { newestMigration } from '../installation.ts';
import { desksNotOpenedBy } from '../secret-key.ts';
import { broken, fine, warning, type DatabaseCheck, type Finding } from './check.ts';

const second = 1000;
const minute = 60 * second;

/** What the database shows. */
export const databaseChecks: readonly DatabaseCheck[] = [
  { name: 'PostgreSQL', look: checkServer },
  { name: 'Schema', look: checkSchema },
  { name: 'Clock', look: checkClock },
  { name: 'Secret fits', look: (database, config) => checkKeys(config, database) },
  { name: 'Jobs', look: checkJobs },
  { name: 'Deliveries', look: checkDeliveries },
  { name: 'Ledger', look: checkLedgers },
];

async function checkServer({ owner, kind }: Database): Promise<Finding> {
  const { rows } = await sql<{ version: string; fsync: string; commit: string }>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`.execute(owner);
  const { version, fsync, commit } = rows[0]!;
  const text = `${version}, ${kind === 'embedded' ? 'bundled' : 'given by DATABASE_URL'}`;
  if (fsync !== 'on')
    return broken(`${text}, with fsync off: what was accepted can be lost.`, 'Turn fsync on.');
  if (commit === 'off')
    return broken(
      `${text}, with synchronous_commit off: the last moments can be lost.`,
      'Turn synchronous_commit on for this database.',
    );
  return fine(`${text}, writes through to the disk`);
}

async function checkSchema(database: Database): Promise<Finding> {
  const found = (await schemaVersion(database)) ?? 'none';
  const wanted = newestMigration();
  if (found === wanted) return fine(found);
  return found < wanted || found === 'none'
    ? warning(
        `At ${found}; this version works on ${wanted}.`,
        'Start the server once: it brings the database up to date.',
      )
    : broken(
        `At ${found}, newer than this version knows (${wanted}).`,
        'Use the newer version of Commonweal.',
      );
}

/** Deadlines and signatures are only as good as the clock. */
async function checkClock({ owner }: Database): Promise<Finding> {
  const before = Date.now();
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(owner);
  const apart = Math.abs(rows[0]!.at.getTime() - (before + Date.now()) / 2);
  const { rows: last } = await sql<{ at: Date | null }>`
    select max(at) as at from ledger_checkpoint`.execute(owner);
  const ahead = (last[0]?.at?.getTime() ?? 0) - Date.now();
  if (ahead > 5 * second)
    return broken(
      `The clock is behind: the ledger was signed ${Math.round(ahead / second)} s in its future.`,
      'Set the clock by NTP before you go on.',
    );
  if (apart > 5 * second)
    return broken(
      `This machine and the database are ${Math.round(apart / second)} s apart.`,
      'Set both clocks by NTP.',
    );
  return fine(`${new Date().toISOString()}, as the database has it`);
}

async function checkKeys(config: Parameters<typeof desksNotOpenedBy>[0], database: Database) {
  const closed = await desksNotOpenedBy(config, database);
  return closed.length === 0
    ? fine('secret.key opens the ledger keys of every desk.')
    : broken(
        `secret.key does not open the ledger keys of: ${closed.join(', ')}.`,
        'Put the right secret.key back from your copy.',
      );
}

async function checkJobs({ owner }: Database): Promise<Finding> {
  const { rows: made } = await sql<{ there: boolean }>`
    select to_regclass('pgboss.job') is not null as there`.execute(owner);
  if (made[0]?.there !== true) return fine('None yet');
  const { rows } = await sql<{ overdue: number; failed: number }>`
    select count(*) filter (where state in ('created', 'retry') and start_after < now() - interval '5 minutes')::int as overdue,
      count(*) filter (where state = 'failed')::int as failed
    from pgboss.job`.execute(owner);
  const { overdue, failed } = rows[0]!;
  if (overdue > 0)
    return warning(
      `${overdue} jobs should have run five minutes ago or more.`,
      'Check that a server runs with the role all or worker, and read its log.',
    );
  if (failed > 0)
    return warning(
      `${failed} jobs failed for good.`,
      'Read the server log; what they were about is found again by the regular sweeps.',
    );
  return fine('None overdue');
}

async function checkDeliveries({ owner }: Database): Promise<Finding> {
  const { rows } = await sql<{ dead: number; late: number }>`
    select count(*) filter (where state = 'dead')::int as dead,
      count(*) filter (where state = 'queued' and due_at < now() - interval '5 minutes')::int as late
    from delivery`.execute(owner);
  const { dead, late } = rows[0]!;
  if (dead > 0)
    return warning(
      `${dead} messages to platforms were given up.`,
      'Mend the endpoint, then send them again under Deliveries in the console.',
    );
  if (late > 0)
    return warning(
      `${late} messages wait longer than they should.`,
      'Check that a server works on jobs.',
    );
  return fine('None given up');
}

async function checkLedgers(database: Database): Promise<Finding> {
  const { checkLedger } = await import('../../ledger/index.ts');
  const desks = await listDesks(database);
  let leaves = 0;
  for (const { deskId, slug } of desks) {
    const check = await checkLedger(database, deskId);
    if (check === null)
      return broken(`The desk ${slug} has no ledger.`, 'Restore it from a backup.');
    const [finding] = check.report.findings;
    if (!check.report.ok)
      return broken(
        `The ledger of ${slug} does not verify: ${finding?.where ?? ''} ${finding?.message ?? ''}`,
        'Stop the server, keep a copy of everything, and restore from a backup.',
      );
    const waited = check.waitingSince === null ? 0 : Date.now() - check.waitingSince.getTime();
    if (waited > 5 * minute)
      return warning(
        `Events of ${slug} have waited ${Math.round(waited / minute)} minutes for their place in the ledger.`,
        'Check that a server runs with the role all or worker.',
      );
    leaves += check.report.size ?? 0;
  }
  if (desks.length === 0) return fine('No desk yet');
  return fine(
    `${leaves} leaves of ${desks.length} ${desks.length === 1 ? 'desk' : 'desks'} lead to the roots they signed.`,
  );
}
