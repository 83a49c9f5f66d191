import assert from 'node:assert/strict';
import type { Client } from '@commonweal/client';
import { verifyLog, type FetchBytes } from '@commonweal/ledger';
import { sql } from 'kysely';
import type { Trx } from '../platform/database/index.ts';

/** Reads the log as anybody would, from outside. */
export function publicLog(url: string, slug: string): FetchBytes {
  return async (path) => {
    const reply = await fetch(`${url}/d/${slug}/ledger/${path}`);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    return reply.status === 200 ? bytes : null;
  };
}

/**
 * Checks that the whole log verifies from outside and goes on from every checkpoint seen between the
 * crashes, and that each batch of items has its leaf, with one commitment for each item.
 */
export async function checkLedger(
  reader: Client,
  fetchBytes: FetchBytes,
  trx: Trx,
  seen: readonly string[],
): Promise<number> {
  const { verifier_key: vkey, size } = await reader.readLedger();
  for (const previousCheckpoint of seen) {
    const report = await verifyLog({ vkey, fetchBytes, previousCheckpoint });
    assert.deepEqual(report.findings, []);
    assert.ok(report.ok);
    assert.notEqual(report.continues, null);
    assert.equal(report.size, size);
  }
  const { rows: entries } = await sql<{ entries: number; leaves: number }>`
    select (select count(*)::int from ledger_entry) as entries,
      (select count(*)::int from ledger_leaf) as leaves`.execute(trx);
  assert.deepEqual(entries, [{ entries: size, leaves: size }]);
  const { rows: wrong } = await sql<{ batch: string }>`
    select item.intake_batch_id::text as batch
    from item
    left join ledger_entry entry
      on entry.desk_id = item.desk_id and entry.kind = 'items.accepted'
      and entry.subject_id = item.intake_batch_id::text
    left join ledger_leaf leaf on leaf.desk_id = entry.desk_id and leaf.entry_id = entry.entry_id
    group by item.intake_batch_id
    having count(distinct leaf.leaf_index) <> 1
      or count(*) <> min(octet_length(entry.batch)) / 32 - 1`.execute(trx);
  assert.deepEqual(wrong, [], 'each batch of items has one leaf, and a commitment for each item');
  return size;
}
