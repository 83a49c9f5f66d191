import { parseArgs } from 'node:util';
import { currentCommit, describeMachine } from './machine.ts';
import { summarise, type Figures } from './suite.ts';
import { suites } from './suites/index.ts';

/**
 * `npm run bench` lists the suites; `npm run bench -- ingest --runs 5 --json` runs one. With `--json`
 * the last line is one object. `--scale 0.01` only shows that a suite works.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    scale: { type: 'string', default: '1' },
  },
});
const [name] = positionals;
const suite = name === undefined ? undefined : suites[name];
const runs = Number(values.runs);
const scale = Number(values.scale);

if (name === undefined) {
  console.log('npm run bench -- <suite> [--json] [--runs N]\n');
  for (const [known, { sentence }] of Object.entries(suites))
    console.log(`  ${known.padEnd(10)}${sentence}`);
} else if (suite === undefined) {
  console.error(`There is no suite "${name}". Suites: ${Object.keys(suites).join(', ')}.`);
  process.exitCode = 2;
} else if (!Number.isInteger(runs) || runs < 1 || !(scale > 0)) {
  console.error('--runs must be a whole number from 1, --scale a number above 0.');
  process.exitCode = 2;
} else {
  const machine = describeMachine();
  console.log(`${name}: ${suite.sentence}`);
  console.log(
    Object.entries(machine)
      .map(([key, value]) => `${key} ${value}`)
      .join(', '),
  );
  const measured: Figures[] = [];
  for (let run = 1; run <= runs; run += 1) {
    console.log(`run ${run} of ${runs}`);
    measured.push(await suite.run({ scale, tell: (line) => console.log(`  ${line}`) }));
  }
  const figures = summarise(measured);
  for (const figure of suite.figures)
    console.log(
      `  ${figure.padEnd(32)}${figures[figure]} (${figures[`${figure}_min`]} to ${figures[`${figure}_max`]})`,
    );
  if (values.json) {
    const report = {
      suite: name,
      at: new Date().toISOString(),
      commit: currentCommit(),
      machine,
      figures,
    };
    console.log(JSON.stringify(report));
  }
}
