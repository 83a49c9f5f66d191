import type { BankKind } from '@commonweal/contract';
import { MATCHING_DISTANCE } from '@commonweal/fingerprint';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { fault, faulty, notFound, refusal } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { insertBankChange, selectBank } from './store.ts';
import type { BankRow } from './tables.ts';

/** A bank to be made. `source`: who says that what is in it is what it is said to be. */
export interface NewBank {
  readonly name: string;
  readonly kind: BankKind;
  readonly description: string;
  readonly source: string;
  /** Of a bank of hashes: bits of PDQ in which a picture may differ; 31 unless said. */
  readonly pdq_distance?: number | undefined;
  /** On unless said otherwise: off, it can be filled and looked at before anything of it is found. */
  readonly on?: boolean | undefined;
}

/** Makes an empty bank, switched on or off. @throws ProblemError when the desk has one of that name */
export async function createBank(
  platform: Platform,
  trx: Trx,
  deskId: string,
  by: string,
  { name, kind, description, source, pdq_distance: distance, on = true }: NewBank,
): Promise<BankRow> {
  if (distance !== undefined && kind !== 'hash')
    throw faulty([fault('/pdq_distance', 'not-of-hashes')]);
  const bank = await trx
    .insertInto('bank')
    .values({
      desk_id: deskId,
      bank_id: newId(),
      name,
      kind,
      description,
      source,
      on,
      entries: 0,
      pdq_distance: kind === 'hash' ? (distance ?? MATCHING_DISTANCE) : null,
      created_at: platform.clock.now(),
      revision: 0,
    })
    .onConflict((conflict) => conflict.constraint('bank_name').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (bank === undefined)
    throw refusal(
      'bank-name-taken',
      { name },
      {
        errors: [fault('/name', 'name-taken')],
      },
    );
  await insertBankChange(trx, {
    desk_id: deskId,
    change_id: newId(),
    bank_id: bank.bank_id,
    at: bank.created_at,
    by,
    change: 'made',
    from: null,
    to: on ? 'on' : 'off',
    reason: '',
  });
  await recordEvent(platform, trx, deskId, {
    kind: 'bank.created',
    subjectId: bank.bank_id,
    event: { name, kind, source, on, by },
  });
  return bank;
}

/** @throws ProblemError when the desk has no such bank */
export async function requireBank(trx: Trx, deskId: string, bankId: string): Promise<BankRow> {
  const bank = await selectBank(trx, deskId, bankId);
  if (bank === undefined) throw notFound('bank');
  return bank;
}
