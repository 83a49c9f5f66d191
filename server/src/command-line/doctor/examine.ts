import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../platform/config.ts';
import { openDatabase, type Database } from '../../platform/database/index.ts';
import { exitCodes, reasonOf } from '../failure.ts';
import { configFor, type PlaceOptions } from '../installation.ts';
import { action } from '../run.ts';
import type { Voice } from '../voice.ts';
import { broken, fine, type Finding } from './check.ts';
import { databaseChecks } from './database-checks.ts';
import { machineChecks } from './machine-checks.ts';

/** Adds `commonweal doctor`. */
export function addDoctor(program: Command, voice: Voice): void {
  program
    .command('doctor')
    .description('look at this installation and say what is wrong with it; changes nothing')
    .option('--data <folder>', 'data folder (./data)')
    .addHelpText(
      'after',
      `
Example:
  $ commonweal doctor --data /var/lib/commonweal

Exit code 0: nothing is broken (there may be warnings). 1: something is.`,
    )
    .action(
      action(voice, 'The examination ended early.', (options: PlaceOptions) =>
        examine(voice, configFor(options)),
      ),
    );
}

async function examine(voice: Voice, config: Config): Promise<number> {
  const states: Finding['state'][] = [];
  const tell = (name: string, finding: Finding) => {
    states.push(finding.state);
    tellFinding(voice, name, finding);
  };
  for (const { name, look } of machineChecks) tell(name, await attempt(() => look(config)));
  await withDatabase(config, tell, async (database) => {
    for (const { name, look } of databaseChecks)
      tell(name, await attempt(() => look(database, config)));
  });
  const count = (state: Finding['state']) => states.filter((each) => each === state).length;
  const counts = `${count('fine')} fine, ${count('warning')} to look after, ${count('broken')} broken, ${count('unknown')} not looked at.`;
  if (count('broken') > 0) {
    voice.fail(`\n${counts}`);
    return exitCodes.failed;
  }
  voice.done(counts);
  return exitCodes.fine;
}

/** Opens the database if there is one; where it cannot be opened, what it would show is not known. */
async function withDatabase(
  { databaseUrl, dataDir }: Config,
  tell: (name: string, finding: Finding) => void,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  if (databaseUrl === null && !existsSync(join(dataDir, 'postgres'))) {
    tell('Database', fine('Not there yet; the first start makes it.'));
    return;
  }
  let database: Database;
  try {
    database = await openDatabase({
      url: databaseUrl ?? undefined,
      dataDir,
      joinRunning: true,
      poolSize: 4,
    });
  } catch (error) {
    tell(
      'Database',
      broken(reasonOf(error), 'Mend that first; the rest of the database was not looked at.'),
    );
    for (const { name } of databaseChecks)
      tell(name, { state: 'unknown', text: 'not looked at, for want of the database' });
    return;
  }
  await using _closing = database;
  await work(database);
}

async function attempt(look: () => Promise<Finding> | Finding): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return { state: 'unknown', text: `could not be looked at: ${reasonOf(error)}` };
  }
}

const marks = { fine: 'ok', warning: 'LOOK', broken: 'BROKEN', unknown: '?' } as const;

function tellFinding(voice: Voice, name: string, { state, text, fix }: Finding): void {
  const line = `${marks[state].padEnd(7)} ${name.padEnd(12)} ${text}`;
  const whole = fix === undefined ? line : `${line}\n${' '.repeat(21)}→ ${fix}`;
  if (state === 'broken') voice.fail(whole);
  else voice.say(whole);
}
