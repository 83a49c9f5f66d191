import { fromKysely, PgBoss } from 'pg-boss';

import type { Logger } from 'pino';
import type { Database, Trx } from '../database/index.ts';

/** Ids only: job rows are outside row security. */
export type JobData = Readonly<Record<string, string>>;

export interface JobOptions {
  /** Not before this time. */
  readonly startAfter?: Date;
  /** What the job is about: while one with this key waits, another is not added. */
  readonly key: string;
}

/**
 * Work that is rare and must not be lost: deliveries, expiries, housekeeping. Enqueued in the caller's
 * transaction; run at least once, so handlers look at their own rows before they act. Job data holds
 * ids only. Never one job per item.
 */
export interface Jobs {
  /** Names a queue and who works it. Before `start`. */
  define(name: string, handler: (data: JobData) => Promise<void>): void;
  /** Names something to be done again and again, also right after start. */
  every(name: string, seconds: number, handler: () => Promise<void>): void;
  enqueue(trx: Trx, name: string, data: JobData, options: JobOptions): Promise<void>;
  start(options: { work: boolean }): Promise<void>;
  stop(): Promise<void>;
}

/** Jobs on pg-boss in the same PostgreSQL. */
export function createJobs(database: Database, log: Logger): Jobs {
  const handlers = new Map<string, (data: JobData) => Promise<void>>();
  const repeated: { name: string; seconds: number; handler: () => Promise<void> }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let boss: PgBoss | null = null;
  let stopping = false;

  const repeat = ({ name, seconds, handler }: (typeof repeated)[number]): void => {
    if (stopping) return;
    const run = handler()
      .catch((error: unknown) =>
        log.error({ err: error, job: name }, 'a repeated job failed and will run again'),
      )
      .finally(() => {
        running.delete(run);
        if (stopping) return;
        const timer = setTimeout(() => {
          timers.delete(timer);
          repeat({ name, seconds, handler });
        }, seconds * 1000);
        timers.add(timer);
      });
    running.add(run);
  };

  return {
    define(name, handler) {
      handlers.set(name, handler);
    },
    every(name, seconds, handler) {
      repeated.push({ name, seconds, handler });
    },
    async enqueue(trx, name, data, options) {
      if (boss === null) throw new Error(`Jobs are not started: ${name} cannot be enqueued.`);
      await boss.send(name, data, {
        db: fromKysely(trx),
        ...(options.startAfter ? { startAfter: options.startAfter } : {}),
        singletonKey: options.key,
      });
    },
    async start({ work }) {
      boss = new PgBoss({
        db: ownerDatabase(database),
        schema: 'pgboss',
        schedule: false,
        supervise: work,
      });
      boss.on('error', (error) =>
        log.warn({ err: error }, 'the job queue had an error and goes on'),
      );
      await boss.start();
      for (const name of handlers.keys()) {
        await boss.createQueue(name, {
          policy: 'short',
          retryLimit: 20,
          retryDelay: 1,
          retryBackoff: true,
          retryDelayMax: 300,
          expireInSeconds: 60,
          deleteAfterSeconds: 3600,
          retentionSeconds: 400 * 86_400,
        });
      }
      await database.grantJobs();
      if (!work) return;
      for (const [name, handler] of handlers) {
        await boss.work<JobData>(
          name,
          { pollingIntervalSeconds: 0.5, batchSize: 20 },
          async (batch) => {
            await Promise.all(batch.map((job) => handler(job.data)));
          },
        );
      }
      for (const each of repeated) repeat(each);
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
      await boss?.stop({ graceful: true, timeout: 5000 });
      boss = null;
    },
  };
}

/** The queue's own statements, some of them several at once, go straight to the owner's pool. */
function ownerDatabase({ ownerPool }: Database): {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
} {
  return { executeSql: (text, values) => ownerPool.query(text, values) };
}
