import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem, ConnectionProblem } from '@commonweal/client';

const patience = 150_000; // ms: a server killed and recovering is back well within it, on a busy machine too
const stale = new Set(['stale-version', 'idempotency-in-flight', 'lease-lost']);

/**
 * Does something as a careful program would whose server dies now and then: again and again until it
 * is answered. `work` may have been done by an attempt whose answer was lost, and must look.
 * @throws what cannot be mended by trying again, or the last error when patience ends
 */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience;
  for (let wait = 20; ; wait = Math.min(wait * 2, 400)) {
    try {
      return await work();
    } catch (error) {
      if (!mayBeTriedAgain(error) || Date.now() > until) throw error;
      await sleep(wait);
    }
  }
}

function mayBeTriedAgain(error: unknown): boolean {
  if (error instanceof ConnectionProblem) return true;
  return error instanceof ApiProblem && (error.status >= 500 || stale.has(error.kind));
}
