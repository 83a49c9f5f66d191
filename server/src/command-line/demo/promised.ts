import { setTimeout as sleep } from 'node:timers/promises';
import { ApiProblem } from '@commonweal/client';

/** A step of the thread did not go as the product promises. */
export class PromiseBroken extends Error {
  override readonly name = 'PromiseBroken';
}

/** Holds a step to its promise. @throws PromiseBroken */
export function promised(kept: boolean, promise: string): asserts kept {
  if (!kept) throw new PromiseBroken(`This was promised and is not so: ${promise}.`);
}

/** Holds the desk to a refusal of this kind. @returns the refusal */
export async function refused(
  kind: string,
  promise: string,
  attempt: Promise<unknown>,
): Promise<ApiProblem> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === kind) return error;
    throw error;
  }
  throw new PromiseBroken(`This was promised and is not so: ${promise}.`);
}

/** Waits for what happens by itself within seconds. @throws PromiseBroken when it does not */
export async function eventually<T>(
  promise: string,
  look: () => Promise<T | null> | T | null,
  patience = 20_000, // ms
): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > until)
      throw new PromiseBroken(
        `This was promised within ${patience / 1000} s and is not so: ${promise}.`,
      );
    await sleep(100);
  }
}
