import { createHash } from 'node:crypto';
import { recordEvent } from '../ledger/index.ts';
import { problem } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { putEntries, type ChangedBy } from './add-entries.ts';
import { requireBank } from './create-bank.ts';
import { refreshMatcher } from './matchers.ts';
import { readCsv } from './read-csv.ts';

/** What came of an import. */
export interface EntriesImported {
  readonly added: number;
  /** Rows whose value the bank had, or that stood twice in the file. They are left as they are. */
  readonly alreadyThere: number;
}

/**
 * Imports entries from CSV text, all rows or none, in a transaction of its own; they match when this
 * resolves. @throws ProblemError naming up to 20 bad rows by line
 */
export async function importEntries(
  platform: Platform,
  deskId: string,
  by: ChangedBy,
  bankId: string,
  csv: string,
): Promise<EntriesImported> {
  const { kind } = await platform.database.inDesk(deskId, (trx) =>
    requireBank(trx, deskId, bankId),
  );
  const { entries, bad } = await readCsv(csv, kind);
  if (bad.length > 0) {
    const errors = bad.map(({ line, detail }) => ({
      pointer: '/csv',
      detail: `line ${line}: ${detail}`,
    }));
    throw problem('invalid', `In the CSV, ${errors[0]?.detail}. Nothing was imported.`, { errors });
  }
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const added = await platform.database.inDesk(deskId, async (trx) => {
    const bank = await requireBank(trx, deskId, bankId);
    const ids = await putEntries(platform, trx, bank, by, entries);
    await recordEvent(platform, trx, deskId, {
      kind: 'bank.entries_imported',
      subjectId: bankId,
      event: { sha256, rows: entries.length, added: ids.length, by: by.name },
    });
    await platform.events.tell(trx, 'bank.changed', { deskId, bankEntryId: null });
    return ids.length;
  });
  await refreshMatcher(platform, deskId);
  return { added, alreadyThere: entries.length - added };
}
