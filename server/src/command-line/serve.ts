import { Option, type Command } from 'commander';
import { ConfigError, readConfig, type Config } from '../platform/config.ts';
import { action } from './run.ts';
import type { Voice } from './voice.ts';

interface ServeOptions {
  readonly role?: string;
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
}

/** Adds `commonweal serve`. */
export function addServe(program: Command, voice: Voice): void {
  program
    .command('serve')
    .description('run the desk until Ctrl-C')
    .addOption(
      new Option('--role <role>', 'what this process does').choices(['all', 'api', 'worker']),
    )
    .option('--port <number>', 'TCP port (8080)')
    .option('--host <address>', 'address to listen on (127.0.0.1: this machine only)')
    .option('--data <folder>', 'data folder (./data)')
    .addHelpText(
      'after',
      `
Examples:
  $ commonweal serve
  $ commonweal serve --port 9000 --data /var/lib/commonweal
  $ DATABASE_URL=postgres://… commonweal serve --role worker

Every setting can also be given in the environment; see docs/operator.md.`,
    )
    .action(
      action(voice, 'Commonweal did not start.', (options: ServeOptions) =>
        runServer(readConfig(environmentOf(options)), voice),
      ),
    );
}

/** Runs the server until it is stopped, and says where it is. @throws what kept it from starting */
export async function runServer(config: Config, voice: Voice): Promise<void> {
  const began = performance.now();
  // Loaded here, so that the other commands start without the whole house.
  const { startServer } = await import('../start-server.ts');
  const starting = voice.working('Starting Commonweal');
  const server = await startServer(config, { onProgress: (step) => starting.now(step) }).catch(
    (error: unknown) => {
      starting.stop();
      throw error;
    },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  starting.end(`Commonweal is ready after ${seconds} s.`);
  if (config.role === 'worker')
    voice.say('\n  This process works on jobs and answers no requests.');
  else voice.say(`\n  Sign in:  ${server.url}`);
  if (server.setupLink !== null)
    voice.say(
      `\n  There is no desk here yet. This link makes the first one and its administrator.\n  It works once, within 24 hours:\n\n  ${server.setupLink}`,
    );
  voice.say('\n  Ctrl-C stops everything.\n');
  await server.untilStopped();
}

function environmentOf({ role, port, host, data }: ServeOptions): NodeJS.ProcessEnv {
  if (port !== undefined && !/^\d{1,5}$/.test(port))
    throw new ConfigError(`--port must be a number from 0 to 65535, not "${port}".`);
  const said = { COMMONWEAL_ROLE: role, PORT: port, HOST: host, COMMONWEAL_DATA: data };
  return {
    ...process.env,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  };
}
