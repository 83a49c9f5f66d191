import { asSharp } from '../../packages/fingerprint/src/pdq/pictures.test-data.ts';
import { cpuSeconds, processTree, residentMegabytes } from '../house/processes.ts';
import { startHouse, type House } from '../house/start-house.ts';
import type { Figures, Suite, SuiteOptions } from '../suite.ts';
import { drawScene } from './fingerprint/scene.ts';

const pictures = 1000;
const connections = 16;
const quietCalls = 200;
/** Milliseconds between two calls of the console: as often as several people at work. */
const pause = 60;

/**
 * Pictures of 1.6 megapixels handed in over HTTP, hashed and matched before the answer; and what a call
 * of the console costs meanwhile, beside the same call when nothing else is asked for. Whoever uploads
 * runs on the same machine.
 */
export const files: Suite = {
  sentence:
    'Pictures accepted over HTTP, hashed before the reply; and a call of the console meanwhile.',
  figures: [
    'pictures_per_s',
    'cpu_ms_per_picture',
    'told_to_wait',
    'console_quiet_p50_ms',
    'console_quiet_p99_ms',
    'console_meanwhile_p50_ms',
    'console_meanwhile_p99_ms',
    'console_p50_ratio',
    'rest_rss_mb',
    'after_rss_mb',
  ],
  async run(options) {
    await using house = await startHouse();
    const { pid } = house.server;
    const before = residentMegabytes(processTree(pid));
    const quiet = await callConsole(house, () => false, Math.ceil(quietCalls * options.scale) + 5);
    const bytes = await asSharp(drawScene()).jpeg({ quality: 85 }).toBuffer();
    const count = Math.max(20, Math.round(pictures * options.scale));
    let open = true;
    const meanwhile = callConsole(house, () => open, 0);
    const upload = await uploadAll(house, bytes, count).finally(() => (open = false));
    const calls = await meanwhile;
    const stored = await house.countItems();
    if (stored !== count) throw new Error(`${count} pictures were accepted, ${stored} are stored.`);
    return tell(options, {
      pictures_per_s: count / upload.seconds,
      cpu_ms_per_picture: (upload.cpu * 1000) / count,
      told_to_wait: upload.toldToWait,
      console_quiet_p50_ms: at(quiet, 0.5),
      console_quiet_p99_ms: at(quiet, 0.99),
      console_meanwhile_p50_ms: at(calls, 0.5),
      console_meanwhile_p99_ms: at(calls, 0.99),
      console_p50_ratio: at(calls, 0.5) / at(quiet, 0.5),
      rest_rss_mb: before,
      after_rss_mb: residentMegabytes(processTree(pid)),
    });
  },
};

/** Hands in the picture again and again, each time as another item; comes back when it is told to. */
async function uploadAll(house: House, bytes: Buffer, count: number) {
  const apiKey = await house.desk.makeKey(['items:write']);
  const began = performance.now();
  const before = cpuSeconds(processTree(house.server.pid));
  let next = 0;
  let toldToWait = 0;
  const sender = async () => {
    for (let number = next++; number < count; number = next++) {
      for (;;) {
        const wait = await handIn(house, apiKey, bytes, `picture-${number}`);
        if (wait === null) break;
        toldToWait += 1;
        await sleep(wait * 1000);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  const cpu = cpuSeconds(processTree(house.server.pid)) - before;
  return { seconds: (performance.now() - began) / 1000, cpu, toldToWait };
}

/** Seconds to wait before it may be tried again; null when it was taken in. */
async function handIn(house: House, apiKey: string, bytes: Buffer, externalId: string) {
  const form = new FormData();
  const item = { external_id: externalId, kind: 'post', surface: 'open' };
  form.set('item', JSON.stringify(item));
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'a.jpg');
  const response = await fetch(`${house.server.url}/api/v1/items`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}` },
    body: form,
  });
  await response.arrayBuffer();
  if (response.status === 202) return null;
  if (response.status !== 503) throw new Error(`A picture was answered ${response.status}.`);
  return Number(response.headers.get('retry-after'));
}

/** Milliseconds of each call to the queue of cases, sorted, while asked to go on or for so many calls. */
async function callConsole(
  house: House,
  goOn: () => boolean,
  calls: number,
): Promise<readonly number[]> {
  const took: number[] = [];
  while (goOn() || took.length < calls) {
    const began = performance.now();
    await house.desk.administrator.client.listCases({ query: {} });
    took.push(performance.now() - began);
    await sleep(pause);
  }
  return took.toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function tell(options: SuiteOptions, figures: Figures): Figures {
  for (const [name, value] of Object.entries(figures)) options.tell(`${name}: ${value.toFixed(1)}`);
  return figures;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
