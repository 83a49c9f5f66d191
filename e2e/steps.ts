import { test } from 'node:test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/**
 * Tests that build on each other: after one has failed, those after it fail at once instead of
 * waiting in vain. A failure leaves a picture of the window.
 */
export function steps(
  window: () => Page | undefined,
): (name: string, work: () => Promise<void>) => void {
  let broken: string | null = null;
  return (name, work) =>
    void test(name, async () => {
      if (broken !== null) throw new Error(`Not tried: "${broken}" failed before it.`);
      try {
        await work();
      } catch (error) {
        broken = name;
        const path = join(tmpdir(), `commonweal-${name.replaceAll(/\W+/g, '-')}.png`);
        await window()?.screenshot({ path });
        throw new Error(`The window is at ${window()?.url()}; its picture is ${path}.`, {
          cause: error,
        });
      }
    });
}
