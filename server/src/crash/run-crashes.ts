import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../platform/database/index.ts';
import { listDesks } from '../platform/directory.ts';
import { ensureWebBuilt } from '../platform/web/index.ts';
import { nothingAccepted } from './accepted.ts';
import { checkLedger, publicLog } from './check-ledger.ts';
import { checkEffects, checkNothingHeld, checkStored } from './check-outcome.ts';
import { decideCases } from './drive-decisions.ts';
import { sendBatches, sendItems, sendReports, type Driving } from './drive-intake.ts';
import { killPostmaster, killServer, type Victim } from './kills.ts';
import { startPlatform, type ListeningPlatform } from './listening-platform.ts';
import { openDesk, type OpenedDesk } from './people.ts';
import { persist } from './persist.ts';
import { seededRandom } from './random.ts';
import { freePort, startServerProcess } from './server-process.ts';

export interface CrashPlan {
  readonly kills: number;
  /** The same seed kills at the same moments after the last recovery. */
  readonly seed: number;
  readonly tell?: (line: string) => void;
}

/** What was lived through; all of it was checked. */
export interface CrashReport {
  readonly items: number;
  readonly reports: number;
  readonly decisions: number;
  readonly reversed: number;
  readonly effects: number;
  readonly repeats: number;
  readonly leaves: number;
}

/** Longest quiet between two kills, ms. */
const mostQuiet = 2500;
/** On a slow machine the drivers go on until there is enough to look at. */
const fewestReports = 15;
/** A message whose sender died is held for a minute before it goes again. */
const drainPatience = 150_000;

/**
 * Runs the product while platforms and people use it, and kills by turns the server and its PostgreSQL
 * with `kill -9` at random moments. In the end everything that was answered 2xx must be there once,
 * every measure must have taken effect once, and the ledger must verify (DESIGN 6.2).
 * @throws AssertionError naming what was lost or done twice
 */
export async function runCrashes({
  kills,
  seed,
  tell = () => {},
}: CrashPlan): Promise<CrashReport> {
  await ensureWebBuilt(tell);
  const dataDir = await mkdtemp(join(tmpdir(), 'commonweal-crash-'));
  const port = await freePort();
  const victim: Victim = { dataDir, port, server: await startServerProcess({ dataDir, port }) };
  try {
    await using platform = await startPlatform(5);
    return await liveThrough(victim, platform, kills, seed, tell);
  } finally {
    await victim.server.kill('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function liveThrough(
  victim: Victim,
  platform: ListeningPlatform,
  kills: number,
  seed: number,
  tell: (line: string) => void,
): Promise<CrashReport> {
  const random = seededRandom(seed);
  const { url } = victim.server;
  const desk = await openDesk(url, victim.server.setupToken ?? '');
  const { policyVersionId, people } = await prepare(desk, platform);
  const accepted = nothingAccepted();
  let over = false;
  let reported = false;
  const driving: Driving = {
    url,
    apiKey: await desk.makeKey(['items:write', 'reports:write']),
    accepted,
    random: seededRandom(seed + 1),
    isOver: () => over,
  };
  const reporting = Promise.all([
    sendItems(driving, 'one'),
    sendItems(driving, 'two'),
    sendBatches(driving, 'batch'),
    sendReports(driving, 'reported'),
  ]).finally(() => {
    reported = true;
  });
  const deciding = decideCases({
    ...people,
    policyVersionId,
    accepted,
    isOver: () => reported,
  });
  const drivers = Promise.all([reporting, deciding]);
  const log = publicLog(url, desk.slug);
  const checkpoints: string[] = [];
  const killing = (async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      await sleep(200 + random() * mostQuiet);
      const checkpoint = await log('checkpoint');
      if (checkpoint !== null) checkpoints.push(new TextDecoder().decode(checkpoint));
      await (kill % 2 === 0 ? killServer(victim) : killPostmaster(victim));
      tell(`kill ${kill + 1} of ${kills}: ${accepted.items.size} items accepted`);
    }
    while (accepted.reports.size < fewestReports) await sleep(100);
    over = true;
  })();
  // A driver that fails must end the run at once, and not after the last kill.
  await Promise.race([Promise.all([killing, drivers]), drivers.then(() => killing)]);
  await untilQuiet(desk);
  tell('everything is delivered; checking');
  return check(victim, desk, platform, accepted, checkpoints);
}

/** Rules in force, somebody to decide and to reverse, and the platform listening. */
async function prepare(desk: OpenedDesk, platform: ListeningPlatform) {
  const { client } = desk.administrator;
  const draft = await client.draftPolicy({ body: await client.readDefaultPolicy() });
  const params = { policy_version_id: draft.policy_version_id };
  await client.publishPolicy({ params, body: { revision: draft.revision } });
  await client.updateDesk({ body: { allow_private_endpoints: true } });
  const { secret } = await client.createEndpoint({
    body: { name: 'The platform', url: platform.url },
  });
  platform.secret = secret;
  const moderator = (await desk.join(['moderator'])).client;
  const legal = (await desk.join(['legal'])).client;
  return { policyVersionId: draft.policy_version_id, people: { moderator, legal } };
}

/** Waits until every message is delivered and every event has its leaf. */
async function untilQuiet({ administrator: { client } }: OpenedDesk): Promise<void> {
  for (const until = Date.now() + drainPatience; ; await sleep(500)) {
    const { data: queued } = await persist(() =>
      client.listDeliveries({ query: { state: 'queued' } }),
    );
    const { waiting } = await persist(() => client.readLedger());
    if (queued.length === 0 && waiting === 0) return;
    if (Date.now() > until)
      throw new Error(
        `${queued.length} messages and ${waiting} ledger entries still wait: ${JSON.stringify(queued[0] ?? null)}`,
      );
  }
}

async function check(
  { dataDir, server }: Victim,
  desk: OpenedDesk,
  platform: ListeningPlatform,
  accepted: ReturnType<typeof nothingAccepted>,
  checkpoints: readonly string[],
): Promise<CrashReport> {
  await using database = await openDatabase({ dataDir, joinRunning: true });
  const [{ deskId } = { deskId: '' }] = await listDesks(database);
  return await database.inDesk(deskId, async (trx) => {
    await checkStored(trx, accepted);
    await checkEffects(trx, accepted, platform);
    await checkNothingHeld(trx);
    const log = publicLog(server.url, desk.slug);
    const { client } = desk.administrator;
    const leaves = await checkLedger(client, log, trx, checkpoints.slice(-3));
    const decisions = [...accepted.decisions.values()];
    return {
      items: accepted.items.size,
      reports: accepted.reports.size,
      decisions: decisions.length,
      reversed: decisions.filter(({ reversed }) => reversed).length,
      effects: platform.effects.length,
      repeats: platform.repeats(),
      leaves,
    };
  });
}
