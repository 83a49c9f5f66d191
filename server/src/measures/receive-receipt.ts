import type { BodyOf, operations } from '@commonweal/contract';
import { recordEvent } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import { notFound } from '../platform/http/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { afterReceipt } from './states.ts';
import { findMeasure, keepReceipt, updateMeasure } from './store.ts';
import type { ReceiptTable } from './tables.ts';

/**
 * Keeps what the platform says it did. The same key again is the same receipt, and changes nothing.
 * @throws ProblemError not-found
 */
export async function receiveReceipt(
  platform: Platform,
  trx: Trx,
  deskId: string,
  measureId: string,
  said: BodyOf<typeof operations.receiptMeasure>,
): Promise<ReceiptTable> {
  const measure = await findMeasure(trx, deskId, measureId, true);
  if (measure === undefined) throw notFound('measure');
  const { receipt, isNew } = await keepReceipt(trx, {
    desk_id: deskId,
    receipt_id: newId(),
    measure_id: measureId,
    receipt_key: said.receipt_key,
    effect: said.effect,
    detail: said.detail ?? '',
    at: said.at === undefined ? platform.clock.now() : new Date(said.at),
  });
  if (!isNew) return receipt;
  const next = afterReceipt[said.effect][measure.state];
  if (next !== undefined) await updateMeasure(trx, measure, { state: next });
  await recordEvent(platform, trx, deskId, {
    kind: 'measure.receipt',
    subjectId: measureId,
    event: { measure_id: measureId, receipt_id: receipt.receipt_id, effect: said.effect },
  });
  return receipt;
}
