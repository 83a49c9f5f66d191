import { ConfigError, readConfig } from './platform/config.ts';
import { DataFolderInUseError } from './platform/embedded-postgres/index.ts';
import { startServer } from './start-server.ts';

/** `npm start`: read the settings, start everything, stop everything on Ctrl-C. */
const began = performance.now();
try {
  const server = await startServer(readConfig(process.env), {
    onProgress: (step) => console.log(`  ${step}`),
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`\nCommonweal is ready after ${seconds} s.\n\n  Sign in:  ${server.url}`);
  if (server.setupLink !== null) {
    console.log(
      `\n  There is no desk here yet. This link makes the first one and its administrator.\n  It works once, within 24 hours:\n\n  ${server.setupLink}`,
    );
  }
  console.log('\n  Ctrl-C stops everything.\n');
  await server.untilStopped();
} catch (error) {
  if (error instanceof ConfigError || error instanceof DataFolderInUseError)
    console.error(`\n${error.message}\n`);
  else
    console.error(
      '\nCommonweal did not start.\n',
      error instanceof Error ? error.message : error,
      '\n',
    );
  process.exitCode = 1;
}
