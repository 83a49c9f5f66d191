/** A worker that does what it is told, bad things too; for worker-pool.test.ts. */
import { parentPort, threadId } from 'node:worker_threads';

/** What the worker is to do with a job. */
export type TestJob =
  | { readonly do: 'double'; readonly number: number }
  | { readonly do: 'fail' | 'throw' | 'exit' | 'hang' | 'run out of memory' | 'say who' };

parentPort?.on('message', (job: TestJob) => {
  switch (job.do) {
    case 'double':
      parentPort?.postMessage({ result: job.number * 2 });
      return;
    case 'fail':
      parentPort?.postMessage({ failure: 'it would not' });
      return;
    case 'say who':
      parentPort?.postMessage({ result: threadId });
      return;
    case 'throw':
      throw new Error('thrown in the worker');
    case 'exit':
      process.exit(3);
    case 'hang':
      for (;;);
    case 'run out of memory': {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => at));
    }
  }
});
