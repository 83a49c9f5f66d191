import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: NodeJS.GCFunction | undefined;

/**
 * Gives what was used for a moment back to the operating system; everything else waits, up to a quarter
 * of a second. V8 keeps the pages that it has emptied in a pool, and only this makes it let go of them:
 * after reading a million rows some 200 MB, on a machine that may have one gigabyte.
 */
export function giveMemoryBack(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as NodeJS.GCFunction;
  }
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
