#!/usr/bin/env node
// The command line runs on the Node that came with `npm ci`, whatever Node started it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundled = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const major = Number(process.versions.node.split('.')[0]);
const node = existsSync(bundled) ? bundled : process.execPath;
if (node === process.execPath && major < 24) {
  console.error(
    'Commonweal needs Node 24. Run "npm ci" in its folder, which brings one along, or install Node 24.',
  );
  process.exit(1);
}
const main = fileURLToPath(new URL('../src/command-line/main.ts', import.meta.url));
const child = spawn(
  node,
  // As `npm start`: by itself V8 keeps up to 130 MB for what is soon garbage.
  [
    '--max-semi-space-size=16',
    '--disable-warning=ExperimentalWarning',
    main,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) =>
  signal ? process.kill(process.pid, signal) : process.exit(code ?? 1),
);
