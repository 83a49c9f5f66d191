import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Postmaster, type PostmasterPlan, startPostmaster } from './postmaster.ts';

const patience = 8; // restarts in a row, before the server is given up for lost
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
  const events = new EventEmitter<{ restart: []; lost: [Error] }>();
  const state = { stopping: false, server: await startPostmaster(plan, onProgress) };
  const watching = watch(plan, state, events, onProgress);
  return {
    onRestart: (listener) => void events.on('restart', listener),
    onLost: (listener) => void events.on('lost', listener),
    stop: async () => {
      state.stopping = true;
      await state.server.stop();
      await watching; // which stops a server that it was just starting
    },
  };
}

async function watch(
  plan: PostmasterPlan,
  state: { readonly stopping: boolean; server: Postmaster },
  events: EventEmitter<{ restart: []; lost: [Error] }>,
  onProgress: (message: string) => void,
): Promise<void> {
  let failures = 0;
  let reason = new Error('The database ended again and again.');
  for (let since = Date.now(); ;) {
    await state.server.ended;
    if (state.stopping) return;
    if (Date.now() - since > steady) failures = 0;
    failures += 1;
    if (failures > patience) {
      events.emit('lost', reason);
      return;
    }
    onProgress('The database ended unexpectedly and is being started again.');
    await sleep(failures === 1 ? 0 : Math.min(50 * 2 ** failures, 5_000));
    try {
      state.server = await startPostmaster(plan, onProgress);
      since = Date.now();
      if (state.stopping) await state.server.stop();
      else events.emit('restart');
    } catch (error) {
      reason = error as Error;
    }
  }
}
