import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadsFor } from './threads.ts';

const gigabyte = 1024 ** 3;

test('pictures never take all processors, all threads of the pool, or all memory', () => {
  const rows = [
    // processors, gigabytes, UV_THREADPOOL_SIZE, threads
    [1, 1, undefined, 1],
    [2, 4, undefined, 1],
    [4, 8, undefined, 2],
    [16, 64, undefined, 2],
    [16, 64, '18', 15],
    [16, 8, '18', 4],
    [4, 8, 'many', 2],
    [4, 8, '1', 1],
  ] as const;
  for (const [processors, gigabytes, pool, threads] of rows)
    assert.equal(
      threadsFor(pool === undefined ? {} : { UV_THREADPOOL_SIZE: pool }, {
        processors,
        memory: gigabytes * gigabyte,
      }),
      threads,
      JSON.stringify([processors, gigabytes, pool]),
    );
});
