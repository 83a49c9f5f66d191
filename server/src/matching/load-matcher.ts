import { activeNames, listRevision } from '../designations/index.ts';
import type { Database, Trx } from '../platform/database/index.ts';
import { createEntryIndex, type EntryIndex, type IndexRow } from './entry-index.ts';
import { buildListedNames, type ListedNames } from './listed-names.ts';
import { readRevision } from './revision.ts';

const batch = 10_000; // rows held at a time while a large bank is read

/** A desk's knowledge in memory, and the revisions it stands at. */
export interface DeskKnowledge {
  readonly entries: EntryIndex;
  readonly names: ListedNames;
  /** Of the banks; what came later is read by number. */
  readonly revision: number;
  /** Of the lists; names are built anew when it moves. */
  readonly listRevision: number;
}

/** Nothing known. */
export function emptyKnowledge(): DeskKnowledge {
  const names = buildListedNames([]);
  return { entries: createEntryIndex(), names, revision: 0, listRevision: 0 };
}

/** Brings what is known of a desk up to what is committed now. Costs one short query when nothing moved. */
export function catchUp(
  database: Database,
  deskId: string,
  known: DeskKnowledge,
): Promise<DeskKnowledge> {
  return database.inDesk(
    deskId,
    async (trx) => {
      const revision = await readRevision(trx, deskId);
      if (revision !== known.revision) await readEntries(trx, deskId, known);
      const lists = await listRevision(trx, deskId);
      const names =
        lists === known.listRevision
          ? known.names
          : buildListedNames(await activeNames(trx, deskId));
      return { entries: known.entries, names, revision, listRevision: lists };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

/** Entries changed since the known revision, in its order. Taking one in twice does no harm. */
async function readEntries(trx: Trx, deskId: string, known: DeskKnowledge): Promise<void> {
  let after = { revision: known.revision, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  for (;;) {
    const rows = await selectChanged(trx, deskId, after);
    known.entries.apply(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) break;
    after = { revision: last.revision, id: last.bank_entry_id };
  }
  known.entries.settle();
}

function selectChanged(
  trx: Trx,
  deskId: string,
  after: { readonly revision: number; readonly id: string },
): Promise<(IndexRow & { revision: number })[]> {
  return trx
    .selectFrom('bank_entry')
    .innerJoin('bank', (join) =>
      join
        .onRef('bank.desk_id', '=', 'bank_entry.desk_id')
        .onRef('bank.bank_id', '=', 'bank_entry.bank_id'),
    )
    .select([
      'bank_entry.bank_entry_id',
      'bank_entry.type',
      'bank_entry.value',
      'bank_entry.label',
      'bank_entry.source',
      'bank_entry.severity',
      'bank_entry.status',
      'bank_entry.revision',
      'bank_entry.confirmed_at',
      'bank.name as bank',
      'bank.pdq_distance',
    ])
    .where('bank_entry.desk_id', '=', deskId)
    .where((where) =>
      where(
        where.refTuple('bank_entry.revision', 'bank_entry.bank_entry_id'),
        '>',
        where.tuple(after.revision, after.id),
      ),
    )
    .orderBy('bank_entry.revision')
    .orderBy('bank_entry.bank_entry_id')
    .limit(batch)
    .execute();
}
