import { listDesks } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';
import { growLedger, leavesAtOnce } from './grow-ledger.ts';

/** Every second, every desk's waiting entries get their leaves. */
export function sequenceLedgers(platform: Platform): void {
  platform.jobs.every('ledger.sequence', 1, async () => {
    for (const { deskId } of await listDesks(platform.database)) {
      try {
        await sequenceLedger(platform, deskId);
      } catch (error) {
        // One desk's broken ledger must not hold up the others'.
        platform.log.error(
          { err: error, deskId },
          'a ledger could not grow and will be tried again',
        );
      }
    }
  });
}

async function sequenceLedger(platform: Platform, deskId: string): Promise<void> {
  let added: number;
  do {
    added = await growLedger(platform, deskId);
    platform.metrics.ledgerSize.inc(added);
  } while (added === leavesAtOnce);
}
