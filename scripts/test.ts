import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  sharedServerVariable,
  startSharedTestServer,
} from '../server/src/platform/database/testing.ts';
import { ensureWebBuilt } from '../server/src/platform/web/index.ts';

/**
 * Everything CI runs, in order, stopping at the first stage that fails. `npm test -- types server`
 * runs only the stages named.
 */
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);

interface Stage {
  readonly name: string;
  readonly run: () => Promise<boolean>;
}

let passed = 0;
let failed = 0;

const stages: readonly Stage[] = [
  { name: 'format', run: () => command('oxfmt', ['--check', '.']) },
  { name: 'lint', run: () => command('oxlint', ['--type-aware', '--deny-warnings']) },
  {
    name: 'types',
    run: async () =>
      (await command('tsc', ['-p', '.'])) &&
      (await command('tsc', ['-p', 'console'])) &&
      command('tsc', ['-p', 'public']),
  },
  { name: 'unused', run: () => command('knip', []) },
  { name: 'web', run: () => ensureWebBuilt(console.log).then(() => true) },
  {
    name: 'packages',
    run: () => tests(['packages/*/src/**/*.test.ts'], ['--test-isolation=none']),
  },
  {
    name: 'pages',
    run: () => tests(['public/src/**/*.test.ts', 'console/{src,scripts}/**/*.test.ts'], []),
  },
  {
    name: 'server',
    run: () =>
      withDatabase(() =>
        tests(['server/**/*.test.ts', 'bench/**/*.test.ts'], ['--test-concurrency=3']),
      ),
  },
  {
    name: 'browser',
    run: () => withDatabase(() => tests(['e2e/**/*.test.ts'], ['--test-concurrency=1'])),
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. Stages: ${stages.map((stage) => stage.name).join(', ')}.`,
  );
  process.exit(2);
}

for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const started = performance.now();
  console.log(`\n── ${stage.name}`);
  const fine = await stage.run();
  console.log(
    `── ${stage.name}: ${fine ? 'fine' : 'FAILED'} after ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (!fine) {
    console.log(`\n${passed} passed, ${Math.max(failed, 1)} failed`);
    process.exit(1);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);

/** Runs a tool of node_modules/.bin and shows what it says. */
function command(name: string, args: readonly string[]): Promise<boolean> {
  return run(`node_modules/.bin/${name}`, args, false);
}

/** Runs the test files of the patterns; a pattern that finds none is a failure. */
function tests(patterns: readonly string[], options: readonly string[]): Promise<boolean> {
  const files = globSync([...patterns], { exclude: ['**/node_modules/**'] }).toSorted();
  if (files.length === 0) {
    console.error(`No test file fits ${patterns.join(' ')}.`);
    return Promise.resolve(false);
  }
  return run(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--test',
      '--test-reporter=spec',
      ...options,
      ...files,
    ],
    true,
  );
}

function run(file: string, args: readonly string[], counts: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', counts ? 'pipe' : 'inherit', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    child.on('error', reject);
    let tail = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      tail = (tail + chunk.toString()).slice(-20_000);
    });
    child.on('close', (code) => {
      if (counts) {
        passed += countOf(tail, 'pass');
        failed += countOf(tail, 'fail');
        if (countOf(tail, 'skipped') + countOf(tail, 'todo') > 0) {
          console.error('A test was skipped. Tests are run or removed, never skipped.');
          resolve(false);
          return;
        }
      }
      resolve(code === 0);
    });
  });
}

function countOf(output: string, word: string): number {
  return Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
}

/** One PostgreSQL for all test files of a stage. */
async function withDatabase(work: () => Promise<boolean>): Promise<boolean> {
  const server = await startSharedTestServer();
  process.env[sharedServerVariable] = server.socketDirectory;
  try {
    return await work();
  } finally {
    delete process.env[sharedServerVariable];
    await server.stop();
  }
}
