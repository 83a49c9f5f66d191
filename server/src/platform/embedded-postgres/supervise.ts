import { setTimeout as sleep } from 'node:timers/promises';
import { type Postmaster, type PostmasterPlan, startPostmaster } from './postmaster.ts';

const attempts = 8; // in a row, before the server is given up for lost
const steady = 60_000; // ms of running after which earlier failures no longer count

/** Keeps one server running. */
export interface Supervisor {
  onRestart(listener: () => void): void;
  onLost(listener: (error: Error) => void): void;
  stop(): Promise<void>;
}

/** Starts the server, and starts it again (with crash recovery) whenever it ends unasked. */
export async function supervise(
  plan: PostmasterPlan,
  onProgress: (message: string) => void,
): Promise<Supervisor> {
  const restarted: (() => void)[] = [];
  const lost: ((error: Error) => void)[] = [];
  let stopping = false;
  let current: Postmaster = await startPostmaster(plan, onProgress);
  let restarting: Promise<void> | undefined;

  const watch = async (since: number, failuresBefore: number): Promise<void> => {
    await current.ended;
    let failures = Date.now() - since > steady ? 0 : failuresBefore;
    while (!stopping) {
      onProgress('The database ended unexpectedly and is being started again.');
      try {
        current = await startPostmaster(plan, onProgress);
        for (const listener of restarted) listener();
        restarting = watch(Date.now(), failures + 1);
        return;
      } catch (error) {
        failures += 1;
        if (failures < attempts) await sleep(Math.min(100 * 2 ** failures, 5_000));
        else {
          for (const listener of lost) listener(error as Error);
          return;
        }
      }
    }
  };
  restarting = watch(Date.now(), 0);

  return {
    onRestart: (listener) => void restarted.push(listener),
    onLost: (listener) => void lost.push(listener),
    stop: async () => {
      stopping = true;
      await current.stop();
      await restarting;
      await current.stop(); // a restart may have been under way
    },
  };
}
