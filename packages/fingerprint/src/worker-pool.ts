import { Worker, type ResourceLimits } from 'node:worker_threads';

/** Why a job was not done, other than by its own fault. */
export type PoolRefusal = 'queue-full' | 'timed-out' | 'worker-lost' | 'closed';

export interface PoolOptions {
  /** The module that the workers run: takes a job by message, posts a PoolReply for each. */
  readonly script: URL;
  /** Threads. They start with their first job, and do not keep the process alive when idle. */
  readonly workers: number;
  /** Jobs that wait for a worker; more are refused, or made to wait outside. */
  readonly mostWaiting: number;
  /** From the start of a job to its reply. Its worker is replaced when it passes. */
  readonly timeoutMs: number;
  /** Bounds of a worker's own heap; a worker that passes them is lost. */
  readonly resourceLimits?: ResourceLimits;
  /** Makes the error of a refusal; `reason` is the error that a worker died of. */
  readonly refuse: (refusal: PoolRefusal, reason?: unknown) => Error;
  /** Makes the error from what a worker posted as its failure. */
  readonly revive: (failure: unknown) => Error;
}

/** What a worker posts for a job. */
export type PoolReply<Result> = { readonly result: Result } | { readonly failure: unknown };

export interface WorkerPool<Job, Result> extends AsyncDisposable {
  /**
   * Runs one job. It is prepared only when a worker is free, so that what waits holds no memory.
   * When too many wait, `queue-full` at once, or with `waits` as soon as there is room.
   */
  run(prepare: () => Job | Promise<Job>, waits?: boolean): Promise<Result>;
  /** Jobs that wait or run. */
  readonly pending: number;
  /** Refuses what waits and what runs with `closed`, and ends the workers. */
  close(): Promise<void>;
}

interface Task<Job, Result> {
  readonly prepare: () => Job | Promise<Job>;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
}

interface Slot {
  worker: Worker | null;
  /** Gives up what runs. Null when the slot is free. */
  abandon: ((error: Error) => void) | null;
}

/** Opens a pool of worker threads, each of which does one job at a time. */
export function openWorkerPool<Job, Result>(options: PoolOptions): WorkerPool<Job, Result> {
  const { refuse, revive, resourceLimits = {} } = options;
  const slots: Slot[] = Array.from({ length: options.workers }, () => ({
    worker: null,
    abandon: null,
  }));
  const waiting: Task<Job, Result>[] = [];
  const outside: Task<Job, Result>[] = [];
  const ending = new Set<Promise<unknown>>();
  let closed = false;

  function startNext(): void {
    for (const slot of slots) {
      if (slot.abandon !== null) continue;
      const task = waiting.shift();
      if (task === undefined) return;
      const admitted = outside.shift();
      if (admitted !== undefined) waiting.push(admitted);
      start(slot, task);
    }
  }

  function start(slot: Slot, task: Task<Job, Result>): void {
    let timer: NodeJS.Timeout | undefined;
    let worker: Worker | null = null;
    const onReply = (reply: PoolReply<Result>) => {
      settle(() =>
        'result' in reply ? task.resolve(reply.result) : task.reject(revive(reply.failure)),
      );
    };
    const onLost = (reason: unknown) => {
      discard(slot);
      settle(() => task.reject(refuse('worker-lost', reason)));
    };
    function settle(tell: () => void): void {
      clearTimeout(timer);
      worker?.off('message', onReply).off('error', onLost).off('exit', onLost);
      slot.worker?.unref();
      slot.abandon = null;
      tell();
      startNext();
    }
    slot.abandon = (error) => {
      discard(slot);
      settle(() => task.reject(error));
    };
    timer = setTimeout(() => slot.abandon?.(refuse('timed-out')), options.timeoutMs);
    const mine = slot.abandon;
    const post = async () => {
      const job = await task.prepare();
      if (slot.abandon !== mine) return;
      worker = slot.worker ??= new Worker(options.script, { resourceLimits });
      worker.ref();
      worker.on('message', onReply).on('error', onLost).on('exit', onLost);
      worker.postMessage(job);
    };
    post().catch((error: unknown) => {
      if (slot.abandon === mine)
        settle(() => task.reject(error instanceof Error ? error : new Error(String(error))));
    });
  }

  /** Takes the worker out of use. One in the middle of native work ends when that does. */
  function discard(slot: Slot): void {
    const { worker } = slot;
    if (worker === null) return;
    slot.worker = null;
    worker.removeAllListeners();
    // What it may still throw on its way out is nobody's any more.
    worker.on('error', () => undefined);
    const end = worker.terminate().finally(() => ending.delete(end));
    ending.add(end);
  }

  async function close(): Promise<void> {
    closed = true;
    for (const task of [...waiting.splice(0), ...outside.splice(0)]) task.reject(refuse('closed'));
    for (const slot of slots) {
      slot.abandon?.(refuse('closed'));
      discard(slot);
    }
    await Promise.all(ending);
  }

  return {
    run: (prepare, waits = false) =>
      new Promise<Result>((resolve, reject) => {
        const task = { prepare, resolve, reject };
        const full =
          waiting.length >= options.mostWaiting && slots.every(({ abandon }) => abandon !== null);
        if (closed) reject(refuse('closed'));
        else if (!full) waiting.push(task);
        else if (waits) outside.push(task);
        else reject(refuse('queue-full'));
        startNext();
      }),
    get pending() {
      const running = slots.filter(({ abandon }) => abandon !== null).length;
      return running + waiting.length + outside.length;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
