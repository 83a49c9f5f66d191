import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestJob } from './pool-worker.test-data.ts';
import { openWorkerPool, type PoolOptions } from './worker-pool.ts';

const open = (options: Partial<PoolOptions> = {}) =>
  openWorkerPool<TestJob, number>({
    script: new URL('pool-worker.test-data.ts', import.meta.url),
    workers: 2,
    mostWaiting: 100,
    timeoutMs: 60_000,
    refuse: (refusal, reason) => new Error(refusal, { cause: reason }),
    revive: (failure) => new Error(`worker: ${String(failure)}`),
    ...options,
  });

const double = (number: number) => (): TestJob => ({ do: 'double', number });

test('jobs are done, each answered with its own result', async () => {
  await using pool = open();
  const numbers = Array.from({ length: 60 }, (_, at) => at);
  const doubled = await Promise.all(numbers.map((number) => pool.run(double(number))));
  assert.deepEqual(
    doubled,
    numbers.map((number) => number * 2),
  );
  assert.equal(pool.pending, 0);
});

test('a failing job fails alone, and its worker goes on', async () => {
  await using pool = open({ workers: 1 });
  const who = await pool.run(() => ({ do: 'say who' }));
  await assert.rejects(
    pool.run(() => ({ do: 'fail' })),
    /worker: it would not/,
  );
  await assert.rejects(
    pool.run(() => {
      throw new Error('could not be prepared');
    }),
    /could not be prepared/,
  );
  assert.equal(await pool.run(() => ({ do: 'say who' })), who);
});

for (const [what, refusal] of [
  ['throw', 'worker-lost'],
  ['exit', 'worker-lost'],
  ['run out of memory', 'worker-lost'],
  ['hang', 'timed-out'],
] as const)
  test(`a worker told to ${what} is replaced, and the jobs around it are done`, async () => {
    await using pool = open({
      workers: 1,
      timeoutMs: what === 'hang' ? 1500 : 60_000,
      resourceLimits: { maxOldGenerationSizeMb: 32 },
    });
    const before = pool.run(double(1));
    const bad = assert.rejects(
      pool.run(() => ({ do: what })),
      { message: refusal },
    );
    const after = pool.run(double(2));
    assert.deepEqual([await before, await after], [2, 4]);
    await bad;
  });

test('beyond its queue the pool refuses, or makes wait when asked to', async () => {
  await using pool = open({ workers: 1, mostWaiting: 2 });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const running = pool.run(async () => {
    await held;
    return { do: 'double', number: 1 };
  });
  const queued = [pool.run(double(2)), pool.run(double(3))];
  await assert.rejects(pool.run(double(4)), /queue-full/);
  const outside = pool.run(double(5), true);
  assert.equal(pool.pending, 4);
  letGo();
  assert.deepEqual(await Promise.all([running, ...queued, outside]), [2, 4, 6, 10]);
});

test('what waits is not prepared before its turn', async () => {
  await using pool = open({ workers: 1 });
  let prepared = 0;
  const job = (): TestJob => {
    prepared += 1;
    return { do: 'double', number: prepared };
  };
  const jobs = [pool.run(job), pool.run(job), pool.run(job)];
  assert.equal(prepared, 1);
  await Promise.all(jobs);
  assert.equal(prepared, 3);
});

test('closing refuses what waits, what runs and what comes', async () => {
  const pool = open({ workers: 1 });
  const pending = [pool.run(() => ({ do: 'hang' })), pool.run(double(1))];
  const refused = Promise.all(pending.map((job) => assert.rejects(job, /closed/)));
  await pool.close();
  await refused;
  await assert.rejects(pool.run(double(1)), /closed/);
  await pool.close();
});
