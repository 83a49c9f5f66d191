import { verifyLog, verifyReceipt } from '@commonweal/ledger';
import { ledgerOver } from '../../ledger/fetch-ledger.ts';
import { forum } from '../invented.ts';
import { eventually, promised } from '../promised.ts';
import type { Cast, Stage } from '../thread.ts';

/** An outsider checks the ledger over HTTP, and the holder of a notice that it stands there. */
export async function checkLedger(
  { baseUrl, onStep }: Stage,
  { administrator: { client } }: Cast,
  noticeUrl: string,
): Promise<void> {
  const ledger = await eventually('every event gets its place in the ledger', async () => {
    const state = await client.readLedger();
    return state.waiting === 0 ? state : null;
  });
  const address = `${baseUrl}/d/${forum.slug}/ledger`;
  const report = await verifyLog({ vkey: ledger.verifier_key, fetchBytes: ledgerOver(address) });
  promised(report.ok && (report.size ?? 0) >= ledger.size, 'the ledger verifies from outside');
  const response = await fetch(`${noticeUrl}/receipt.json`);
  const receipt = verifyReceipt({ receipt: await response.json(), vkey: ledger.verifier_key });
  promised(receipt.ok, 'the notice can be shown to stand in the ledger');
  await onStep({
    title: 'The ledger, checked from outside',
    lines: [
      `${report.size} leaves were read over HTTP and lead to the root that the desk signed.`,
      `The notice is leaf ${receipt.leafIndex}: its holder can prove it without asking us.`,
      `Check it yourself:  commonweal ledger verify ${address}`,
    ],
    look: address,
  });
}
