/**
 * Ends a hook when its work has ended. A hook that sometimes waits takes a callback instead of being
 * async, so that the many requests for which it does not wait go on at once.
 */
export async function hookEnd(
  work: Promise<unknown>,
  done: (error?: Error) => void,
): Promise<void> {
  try {
    await work;
  } catch (error) {
    done(error as Error);
    return;
  }
  done();
}
