import { type BodyOf, operations, type Desk } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { renameDesk } from '../platform/directory.ts';
import type { Person } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { readDesk } from './store.ts';

/** Changes what is said of a desk; the public directory follows its name. */
export async function updateDesk(
  platform: Platform,
  trx: Trx,
  { deskId, personId }: Person,
  change: BodyOf<typeof operations.updateDesk>,
): Promise<Desk> {
  if (Object.keys(change).length > 0) {
    await trx.updateTable('desk').set(change).where('desk_id', '=', deskId).execute();
    if (change.name !== undefined) await renameDesk(trx, deskId, change.name);
    await recordEvent(platform, trx, deskId, {
      kind: 'desk.changed',
      subjectId: deskId,
      event: { by: personId, to: { ...change } },
    });
  }
  return readDesk(trx, deskId);
}
