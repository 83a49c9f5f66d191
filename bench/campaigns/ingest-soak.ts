import { cpuSeconds, processTree, residentMegabytes } from '../house/processes.ts';
import { startHouse } from '../house/start-house.ts';
import { runLoad } from '../load/run-load.ts';

const portion = 20_000; // items sent between two looks at the clock

/** One minute of a soak. */
interface Minute {
  readonly per_s: number;
  readonly cpu_us_per_item: number;
  /** Of the server process alone, and with its PostgreSQL; MiB, PSS. */
  readonly server_mb: number;
  readonly whole_mb: number;
}

/**
 * Hands in items for some minutes and says by the minute how fast it went and what memory is held: it
 * must level off. In the end every accepted item must be stored.
 * @throws Error when one is not
 */
export async function soakIngest(
  minutes: number,
  tell: (line: string) => void,
): Promise<{ readonly items: number; readonly minutes: readonly Minute[] }> {
  await using house = await startHouse();
  const { pid, url } = house.server;
  const apiKey = await house.desk.makeKey(['items:write']);
  const measured: Minute[] = [];
  let items = 0;
  for (let minute = 1; minute <= minutes; minute += 1) {
    const began = performance.now();
    const cpuBefore = cpuSeconds(processTree(pid));
    const before = items;
    do {
      const prefix = `soak-${items}`;
      const load = { connections: 64, items: portion, perRequest: 1 };
      items += (await runLoad({ url, apiKey, prefix, ...load })).accepted;
    } while (performance.now() - began < 60_000);
    const tree = processTree(pid);
    const figures = {
      per_s: Math.round(((items - before) * 1000) / (performance.now() - began)),
      cpu_us_per_item: Math.round(((cpuSeconds(tree) - cpuBefore) * 1e6) / (items - before)),
      server_mb: Math.round(residentMegabytes([pid])),
      whole_mb: Math.round(residentMegabytes(tree)),
    };
    measured.push(figures);
    tell(`minute ${minute}: ${JSON.stringify(figures)}`);
  }
  const stored = await house.countItems();
  if (stored !== items) throw new Error(`${items} items were accepted and ${stored} are stored.`);
  return { items, minutes: measured };
}
