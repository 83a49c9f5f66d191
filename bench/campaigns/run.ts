import { runCrashes } from '../../server/src/crash/run-crashes.ts';
import { fuzzInProcesses } from './fuzz-images.ts';
import { fuzzVideosBySeed } from './fuzz-videos.ts';
import { soakIngest } from './ingest-soak.ts';

/**
 * Longer trials than the tests have time for. `npm run campaign` lists them; `npm run campaign -- crash`
 * runs one, and ends with a failure when something that always holds did not.
 */
const campaigns: Readonly<Record<string, { readonly sentence: string; run(): Promise<object> }>> = {
  crash: {
    sentence: '200 kills of the server and its PostgreSQL under use, from ten seeds of the day.',
    run: crashAgainAndAgain,
  },
  'ingest-soak': {
    sentence: 'Ten minutes of items on 64 connections, with memory and speed by the minute.',
    run: () => soakIngest(10, console.log),
  },
  'fuzz-images': {
    sentence: '20,000 broken pictures of every accepted format, from four seeds of the day.',
    run: fuzzImagesOfTheDay,
  },
  'fuzz-videos': {
    sentence: '4,000 broken videos of six kinds, from four seeds of the day.',
    run: fuzzVideosOfTheDay,
  },
};

const [name] = process.argv.slice(2);
const campaign = name === undefined ? undefined : campaigns[name];
if (name === undefined) {
  console.log('npm run campaign -- <name>\n');
  for (const [known, { sentence }] of Object.entries(campaigns))
    console.log(`  ${known.padEnd(14)}${sentence}`);
} else if (campaign === undefined) {
  console.error(`There is no campaign "${name}". Campaigns: ${Object.keys(campaigns).join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(await campaign.run()));
}

/** New seeds every day, so that the campaign does not try the same moments for ever. */
async function crashAgainAndAgain(): Promise<object> {
  const today = Math.floor(Date.now() / 86_400_000);
  const reports: object[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const seed = today * 10 + turn;
    console.log(`seed ${seed}`);
    reports.push({ seed, ...(await runCrashes({ kills: 20, seed, tell: console.log })) });
  }
  return reports;
}

/** Fails when a process died, another error than a refusal came, or a whole picture came out otherwise. */
async function fuzzImagesOfTheDay(): Promise<object> {
  const today = Math.floor(Date.now() / 86_400_000);
  const seeds = [0, 1, 2, 3].map((turn) => today * 10 + turn);
  const report = await fuzzInProcesses(seeds, 5000, console.log);
  if (report.crashes.length + report.wrong.length > 0) process.exitCode = 1;
  return report;
}

/** Fails when another error than a refusal came, a whole video came out otherwise, or something was left. */
async function fuzzVideosOfTheDay(): Promise<object> {
  const today = Math.floor(Date.now() / 86_400_000);
  const seeds = [0, 1, 2, 3].map((turn) => today * 10 + turn);
  const report = await fuzzVideosBySeed(seeds, 1000, console.log);
  if (report.failures.length > 0) process.exitCode = 1;
  return report;
}
