import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { cpuSeconds, processTree } from '../house/processes.ts';
import { startHouse } from '../house/start-house.ts';
import { runLoad } from '../load/run-load.ts';
import type { LoadPlan, LoadResult } from '../load/send.ts';
import type { Figures, Suite, SuiteOptions } from '../suite.ts';

const bareServer = fileURLToPath(new URL('../load/bare-server.ts', import.meta.url));

interface Load {
  readonly connections: number;
  readonly perRequest: number;
  readonly items: number;
}

const loads = {
  warm: { connections: 64, perRequest: 1, items: 10_000 },
  single: { connections: 64, perRequest: 1, items: 40_000 },
  crowd: { connections: 256, perRequest: 1, items: 40_000 },
  batched: { connections: 8, perRequest: 100, items: 100_000 },
} as const satisfies Record<string, Load>;

export const ingest: Suite = {
  sentence:
    'Items accepted over HTTP, durable before the reply, beside a server that keeps nothing.',
  figures: [
    'single_per_s',
    'single_p99_ms',
    'crowd_per_s',
    'crowd_p99_ms',
    'batched_per_s',
    'cpu_us_per_item',
    'crowd_cpu_us_per_item',
    'batched_cpu_us_per_item',
    'baseline_http_per_s',
    'baseline_cpu_us_per_item',
    'ratio',
    'cpu_ratio',
  ],
  async run(options) {
    const baseline = await runBaseline(options);
    const figures = await runHouse(options);
    return {
      ...figures,
      ...baseline,
      ratio: (figures['single_per_s'] ?? 0) / (baseline['baseline_http_per_s'] ?? 0),
      cpu_ratio: (figures['cpu_us_per_item'] ?? 0) / (baseline['baseline_cpu_us_per_item'] ?? 0),
    };
  },
};

async function runHouse(options: SuiteOptions): Promise<Figures> {
  await using house = await startHouse();
  const target = { url: house.server.url, apiKey: await house.desk.makeKey(['items:write']) };
  const { pid } = house.server;
  const warm = await measure(options, pid, { ...target, prefix: 'warm', ...loads.warm });
  const single = await measure(options, pid, { ...target, prefix: 'single', ...loads.single });
  const crowd = await measure(options, pid, { ...target, prefix: 'crowd', ...loads.crowd });
  const batched = await measure(options, pid, { ...target, prefix: 'batched', ...loads.batched });
  const accepted = [warm, single, crowd, batched].reduce((sum, one) => sum + one.accepted, 0);
  const stored = await house.countItems();
  if (stored !== accepted)
    throw new Error(`${accepted} items were accepted and ${stored} are stored.`);
  options.tell(`all ${stored} accepted items are stored`);
  return {
    single_per_s: single.accepted / single.seconds,
    single_p99_ms: single.p99,
    crowd_per_s: crowd.accepted / crowd.seconds,
    crowd_p99_ms: crowd.p99,
    batched_per_s: batched.accepted / batched.seconds,
    cpu_us_per_item: single.cpuPerItem,
    crowd_cpu_us_per_item: crowd.cpuPerItem,
    batched_cpu_us_per_item: batched.cpuPerItem,
  };
}

async function runBaseline(options: SuiteOptions): Promise<Figures> {
  const child = spawn(process.execPath, [bareServer], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const target = { url: `http://127.0.0.1:${Number(line.toString())}`, apiKey: 'none' };
    const pid = child.pid ?? 0;
    await measure(options, pid, { ...target, prefix: 'warm', ...loads.warm });
    const bare = await measure(options, pid, { ...target, prefix: 'bare', ...loads.single });
    return {
      baseline_http_per_s: bare.accepted / bare.seconds,
      baseline_cpu_us_per_item: bare.cpuPerItem,
    };
  } finally {
    child.kill('SIGTERM');
  }
}

/** Sends a load, and counts the CPU that the server and its PostgreSQL spent meanwhile. */
async function measure(
  { scale, tell }: SuiteOptions,
  pid: number,
  plan: LoadPlan,
): Promise<LoadResult & { cpuPerItem: number }> {
  const requests = Math.max(plan.connections, Math.round((plan.items * scale) / plan.perRequest));
  const items = requests * plan.perRequest;
  const before = cpuSeconds(processTree(pid));
  const result = await runLoad({ ...plan, items });
  const cpuPerItem = ((cpuSeconds(processTree(pid)) - before) * 1e6) / items;
  tell(
    `${plan.prefix}: ${Math.round(items / result.seconds)} items/s on ${plan.connections} connections, p50 ${result.p50} ms, p99 ${result.p99} ms, ${Math.round(cpuPerItem)} µs CPU per item`,
  );
  return { ...result, cpuPerItem };
}
