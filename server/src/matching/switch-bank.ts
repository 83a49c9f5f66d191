import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { requireBank } from './create-bank.ts';
import { nextRevision } from './revision.ts';
import { insertBankChange } from './store.ts';
import type { BankRow } from './tables.ts';

/** Whether a bank is to be on or off from now on, and why. */
export interface BankSwitch {
  readonly on: boolean;
  readonly reason: string;
}

/**
 * Switches a bank on or off; its history says who and why. Off, nothing of it is found. That says
 * nothing of what its entries are, so the signals it raised and the decisions that rest on them stay, and
 * are not put up for review: for that, entries are withdrawn.
 * @throws ProblemError when it is not here, or is so already
 */
export async function switchBank(
  platform: Platform,
  trx: Trx,
  deskId: string,
  by: string,
  bankId: string,
  { on, reason }: BankSwitch,
): Promise<BankRow> {
  // First the revision, whose lock makes changes to this desk's banks wait for each other.
  const revision = await nextRevision(trx, deskId);
  const before = await requireBank(trx, deskId, bankId);
  if (before.on === on) throw refusal(on ? 'bank-is-on' : 'bank-is-off');
  const bank = await trx
    .updateTable('bank')
    .set({ on, revision })
    .where('desk_id', '=', deskId)
    .where('bank_id', '=', bankId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await insertBankChange(trx, {
    desk_id: deskId,
    change_id: newId(),
    bank_id: bankId,
    at: platform.clock.now(),
    by,
    change: 'switched',
    from: before.on ? 'on' : 'off',
    to: on ? 'on' : 'off',
    reason,
  });
  await recordEvent(platform, trx, deskId, {
    kind: on ? 'bank.switched_on' : 'bank.switched_off',
    subjectId: bankId,
    event: { reason, by },
  });
  await platform.events.tell(trx, 'bank.changed', { deskId, bankEntryId: null });
  return bank;
}
